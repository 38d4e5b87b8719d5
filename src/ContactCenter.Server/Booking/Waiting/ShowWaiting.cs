using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>The waitlist as it stands. Names stand in it: the look is recorded.</summary>
internal sealed class ShowWaiting(Store store, BookingScenes scenes, PatientRecords records, Sealer sealer, AuditTrail audit)
{
    private const int Most = 500;

    public Task<IResult> List(Guid practiceId, bool? all, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            var rows = await db.Set<WaitlistEntry>().AsNoTracking()
                .Where(e => e.PracticeId == scene.Practice && (all == true || e.Stage == WaitlistStage.Waiting)).OrderByDescending(e => e.EnteredAt).Take(Most).ToListAsync(token);
            if (rows.Count > 0)
                await audit.Append(db, scene.Practice, AuditActor.From(user, null), [new AuditEntry(AuditAction.AgendaShown, null)], token);
            var views = await Views(db, scene, rows, token);
            return TypedResults.Ok(views.OrderByDescending(v => v.State is WaitlistState.Waiting or WaitlistState.Offered).ThenByDescending(Points).ThenBy(v => v.Since));
        },
        cancellationToken);

    public async Task<List<WaitlistEntryView>> Views(ContactCenterDb db, BookingScene scene, IReadOnlyList<WaitlistEntry> rows, CancellationToken cancellationToken)
    {
        var names = await Names(db, scene.Practice, rows.Select(r => r.PatientId), cancellationToken);
        var offers = await db.Set<SlotOffer>().AsNoTracking().Where(o => o.PracticeId == scene.Practice && o.State == SlotOfferState.Open)
            .ToDictionaryAsync(o => o.EntryId, o => o.Start, cancellationToken);
        return [.. rows.Select(r => View(r, names[r.PatientId], offers.TryGetValue(r.Id, out var start) && r.Stage == WaitlistStage.Waiting ? start : null, scene))];
    }

    /// <summary>Names by patient, out of their boxes.</summary>
    public async Task<Dictionary<PatientId, string>> Names(ContactCenterDb db, PracticeId practice, IEnumerable<PatientId> patients, CancellationToken cancellationToken)
    {
        var ids = patients.Distinct().ToList();
        var rows = await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == practice && ids.Contains(p.Id)).ToListAsync(cancellationToken);
        return rows.ToDictionary(p => p.Id, p => records.Open(p).Name.Display);
    }

    private WaitlistEntryView View(WaitlistEntry row, string name, Instant? offered, BookingScene scene) => new(
        row.Id.Value, row.PatientId.Value, name, row.ReasonId.Value, scene.Book.Reasons.GetValueOrDefault(row.ReasonId)?.Label ?? row.ReasonId.Value,
        row.PractitionerId is { } practitioner ? SlotViews.NameOf(ResourceId.Of(practitioner), scene.Book) : null, (WaitlistUrgency)row.Urgency,
        WaitingWords.Wishes(row, scene.Culture), sealer.OpenNote(row.Row, row.Box), scene.Local(row.EnteredAt), Math.Max(0, (int)(scene.Now - row.EnteredAt).TotalDays),
        StateOf(row.Stage, offered is not null), row.Offers, offered is { } start ? scene.Local(start) : null, row.AppointmentId?.Value);

    private static int Points(WaitlistEntryView view) => view.DaysWaited + WaitlistRanking.HeadStart((WaitingUrgency)view.Urgency);

    private static WaitlistState StateOf(WaitlistStage stage, bool isOffered) => stage switch
    {
        WaitlistStage.Waiting => isOffered ? WaitlistState.Offered : WaitlistState.Waiting,
        WaitlistStage.Booked => WaitlistState.Booked,
        WaitlistStage.Withdrawn => WaitlistState.Withdrawn,
        WaitlistStage.Lapsed => WaitlistState.Lapsed,
        WaitlistStage.Unreached => WaitlistState.Unreached,
    };
}
