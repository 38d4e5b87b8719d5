using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>Who puts rules in force: the rows beside the files.</summary>
internal sealed class RuleChanges(OnceOnly once, Store store, Sealer sealer, AuditTrail audit, IClock clock)
{
    /// <summary>For so long a change that was begun may still be done by another node; afterwards its node has fallen.</summary>
    public static readonly Duration Patience = Duration.FromSeconds(30);

    /// <summary>The last change of the practice; 0 when there is none.</summary>
    public Task<int> LastNumber(PracticeId practice, CancellationToken cancellationToken) => store.Read(
        async (db, token) => await db.Set<RuleChange>().Where(c => c.PracticeId == practice).MaxAsync(c => (int?)c.Number, token) ?? 0,
        cancellationToken);

    /// <summary>Writes down who changes what and why before the file is touched, once however often it is asked.</summary>
    public Task<BegunChange> Begin(AskedChange asked, CancellationToken cancellationToken) => once.Do(
        asked.Standing.Practice.Id, asked.Key.Value, asked.Whole, (db, token) => Begin(db, asked, token), begun => begun.Number is not null,
        cancellationToken);

    public Task<RuleChange?> Find(PracticeId practice, int number, CancellationToken cancellationToken) => store.Read(
        (db, token) => db.Set<RuleChange>().SingleOrDefaultAsync(c => c.PracticeId == practice && c.Number == number, token), cancellationToken);

    /// <summary>The text is in force.</summary>
    public Task<RuleChange> Complete(RuleChange begun, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var row = await db.Set<RuleChange>().SingleAsync(c => c.PracticeId == begun.PracticeId && c.Number == begun.Number, token);
            row.TakenAt ??= clock.GetCurrentInstant();
            return row;
        },
        Rerun.OnConflictOrTakenKey,
        cancellationToken);

    /// <summary>Nothing was changed: neither the row nor the key is kept, so that the same may be tried again.</summary>
    public Task Withdraw(RuleChange begun, IdempotencyKey key, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            await db.Set<RuleChange>().Where(c => c.PracticeId == begun.PracticeId && c.Number == begun.Number && c.TakenAt == null)
                .ExecuteDeleteAsync(token);
            await db.Set<RememberedRequest>().Where(r => r.PracticeId == begun.PracticeId && r.Key == key.Value).ExecuteDeleteAsync(token);
        },
        cancellationToken);

    public string Comment(RuleChange change) => sealer.Open<string>(Row(change.PracticeId, change.Number), change.Box);

    private async Task<BegunChange> Begin(ContactCenterDb db, AskedChange asked, CancellationToken cancellationToken)
    {
        var (practice, now, culture) = (asked.Standing.Practice.Id, clock.GetCurrentInstant(), asked.User.Culture());
        var last = await db.Set<RuleChange>().Where(c => c.PracticeId == practice)
            .OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellationToken);
        var isOfNow = last is null || last.TakenAt is not null || last.HashAfter == asked.Standing.Hash || now - last.At > Patience;
        if (!isOfNow || (last?.Number ?? 0) != asked.LastNumber)
            return BegunChange.Refuse(BookingReply.Conflict(RulesProblems.Busy, RulebookWords.Busy(culture)));
        // Somebody fell between the file and this row.
        if (last is { TakenAt: null } && last.HashAfter == asked.Standing.Hash)
            last.TakenAt = await Came(db, asked.Standing, last, cancellationToken) ?? now;
        if (asked.Form.FromHash != asked.Standing.Hash)
            return BegunChange.Outdated;
        if (asked.Text.Bundle.Hash == asked.Standing.Hash)
            return BegunChange.Refuse(BookingReply.Invalid("text", RulebookWords.Unchanged(culture)));
        var dropped = await DroppedRules.Of(db, asked.Standing, asked.Text.Book!, now, cancellationToken);
        if (dropped.Sum(d => d.Appointments) is var count && count > asked.Form.ConfirmedAppointments)
            return BegunChange.Refuse(BookingReply.Conflict(
                RulesProblems.Confirm, RulebookWords.Confirm(count, culture), (RulesProblems.DroppedField, dropped)));
        var number = asked.LastNumber + 1;
        db.Add(new RuleChange
        {
            PracticeId = practice, Number = number, HashBefore = asked.Standing.Hash, HashAfter = asked.Text.Bundle.Hash,
            By = asked.User.UserId(), At = now, Box = sealer.Seal(Row(practice, number), asked.Form.Comment.Trim()),
        });
        await db.SaveChangesAsync(cancellationToken);
        await audit.Append(db, practice, AuditActor.From(asked.User, null), [new AuditEntry(AuditAction.RulesChanged, null)], cancellationToken);
        return new BegunChange(number, null);
    }

    /// <summary>When the text of a change came into force, as the archive wrote it down.</summary>
    private static Task<Instant?> Came(ContactCenterDb db, StandingRules standing, RuleChange change, CancellationToken cancellationToken) => db.Set<ScriptTerm>()
        .Where(t => t.Path == standing.File.Path && t.Hash == change.HashAfter).MaxAsync(t => (Instant?)t.Since, cancellationToken);

    private static SealedRow Row(PracticeId practice, int number) => new("RuleChanges", practice, new Guid(number, 0, 0, new byte[8]));
}

/// <param name="LastNumber">The last change before the file was read: whoever comes in between is noticed.</param>
internal sealed record AskedChange(StandingRules Standing, PutRules Form, CheckedText Text, IdempotencyKey Key, ClaimsPrincipal User, int LastNumber)
{
    /// <summary>All that makes it this request and no other.</summary>
    public object Whole => new AskedOfRules(User.UserId(), Form);

    private sealed record AskedOfRules(Guid User, PutRules Form);
}

/// <param name="Number">Of the change; null when it was not begun.</param>
/// <param name="Refusal">Why; null as well where the rules changed meanwhile, for what is in force now is shown then.</param>
internal sealed record BegunChange(int? Number, BookingReply? Refusal)
{
    public static BegunChange Outdated { get; } = new(null, null);

    public static BegunChange Refuse(BookingReply refusal) => new(null, refusal);
}
