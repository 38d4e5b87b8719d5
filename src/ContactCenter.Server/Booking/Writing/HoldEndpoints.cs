using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Keeps a slot for a caller, keeps it longer, lets it go.</summary>
internal sealed class HoldEndpoints(CalendarWrites writes, PatientFactsReader patients, Holds holds, Store store, IClock clock)
{
    public Task<IResult> Hold(Guid practiceId, HoldSlot form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new HoldId(Guid.CreateVersion7());
        var ask = new CalendarAsk(practiceId, key, user, form.CallId, "hold", null, form) { MayBeNeighbours = true };
        return writes.Do(ask, (db, scene, token) => Hold(db, scene, id, form, token), cancellationToken);
    }

    /// <summary>For whoever has no console that is heard, such as a script. The call must still be alive.</summary>
    public async Task<IResult> Extend(Guid practiceId, Guid holdId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (practice, id, agent, now) = (new PracticeId(practiceId), new HoldId(holdId), user.UserId(), clock.GetCurrentInstant());
        var extended = await store.Write((db, token) => db.Set<SlotHold>()
            .Where(h => h.PracticeId == practice && h.Id == id && h.AgentId == agent && h.ExpiresAt > now && db.Set<CallRecord>().Any(c => c.Id == h.CallId && c.CallerLeftAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.ExpiresAt, now + Holds.Lasts), token), cancellationToken);
        return extended == 1 ? TypedResults.NoContent() : Problems.Of(StatusCodes.Status404NotFound, BookingProblems.HoldOver, BookingWords.HoldOver(user.Culture()));
    }

    /// <summary>One that is gone already is let go as well.</summary>
    public async Task<IResult> LetGo(Guid practiceId, Guid holdId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var (practice, id, agent) = (new PracticeId(practiceId), new HoldId(holdId), user.UserId());
        var released = await store.Write(
            (db, token) => holds.Release(db, db.Set<SlotHold>().Where(h => h.PracticeId == practice && h.Id == id && h.AgentId == agent), agent, token), cancellationToken);
        await holds.Tell(released, cancellationToken);
        return TypedResults.NoContent();
    }

    private async Task<BookingReply> Hold(ContactCenterDb db, BookingScene scene, HoldId id, HoldSlot form, CancellationToken cancellationToken)
    {
        if (scene.ReasonOf(form.VisitReasonId) is not { } reason)
            return Refusals.UnknownReason(scene);
        if (!scene.Book.Practitioners.ContainsKey(new PractitionerId(form.PractitionerId ?? "")))
            return Refusals.UnknownPractitioner(scene);
        var moved = form.MovedAppointmentId is { } appointment
            ? await db.Set<Appointment>().AsNoTracking().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == new AppointmentId(appointment), cancellationToken)
            : null;
        var wish = new SlotWish
        {
            Reason = reason, Practitioner = new PractitionerId(form.PractitionerId!), Start = Instant.FromDateTimeOffset(form.Start),
            Facts = await Facts(db, scene, form, moved?.Id, cancellationToken), IsJustified = true, Moving = moved,
            // What a practice keeps back is for its own callers.
            Pool = scene.IsForNeighbour ? null : form.Pool, Overbook = form.Overbook && !scene.IsForNeighbour,
        };
        var decision = await SlotClaims.Decide(db, scene, wish, cancellationToken);
        // A step is taken once: what the moved appointment still has cannot be held as well.
        if (moved is not null && SlotClaims.SlotOf(decision) is { } wanted && Overlap(wanted, moved.Slot))
            decision = new SlotTaken(new Finding(BookingRule.Taken, RuleStrength.Hard));
        return decision switch
        {
            MayBook may => await Keep(db, scene, id, form, may.Slot, may.Justified, cancellationToken),
            NeedsApproval needs => await Keep(db, scene, id, form, needs.Slot, needs.Rules, cancellationToken),
            var refused => await Refusals.Of(db, scene, wish, refused, cancellationToken),
        };
    }

    private static bool Overlap(Slot one, Slot other) => one.Start < other.End && other.Start < one.End && one.Occupies.Intersect(other.Occupies).Any();

    private async Task<PatientFacts> Facts(ContactCenterDb db, BookingScene scene, HoldSlot form, AppointmentId? moved, CancellationToken cancellationToken) =>
        form.PatientId is { } patient && await patients.Read(db, scene, new PatientId(patient), form.PatientIsNew, hasReferral: true, moved, cancellationToken) is { Facts: var facts }
            ? facts
            : new PatientFacts { SaidToBeNew = form.PatientIsNew ?? (scene.IsForNeighbour ? true : null), HasReferral = true };

    private static async Task<BookingReply> Keep(
        ContactCenterDb db, BookingScene scene, HoldId id, HoldSlot form, Slot slot, IReadOnlyList<Finding> rules, CancellationToken cancellationToken)
    {
        await Holds.MakeRoom(db, scene, scene.Call!.Value, cancellationToken);
        CalendarRows.Take(db, scene.Practice, slot, id);
        var hold = new SlotHold
        {
            PracticeId = scene.Practice, Id = id, Owner = HoldOwner.Of(scene.Call!.Value), AgentId = scene.User, PractitionerId = slot.Practitioner, ReasonId = new VisitReasonId(form.VisitReasonId),
            Start = slot.Start, End = slot.End, Lane = slot.Lane, Resources = ResourceList.Write(slot.Resources), ExpiresAt = scene.Now + Holds.Lasts,
        };
        db.Add(hold);
        AgendaEvents.Of(db, AgendaEventKind.Held, hold, scene.Now, scene.User);
        var view = new HeldSlot(id.Value, form.PractitionerId, scene.Local(slot.Start), scene.Local(slot.End), hold.ExpiresAt.ToDateTimeOffset(), SlotViews.Asks(slot.Asks), RuleViews.Of(rules, scene));
        return BookingReply.Of(view, [scene.DateOf(slot.Start).ToDateOnly()], StatusCodes.Status201Created);
    }
}
