using System.Globalization;
using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>Enters patients on the waitlist, shows it, takes them off.</summary>
internal sealed class WaitlistEndpoints(CalendarWrites writes, ShowWaiting show, Sealer sealer, IOptions<WaitingOptions> options)
{
    public Task<IResult> Enter(Guid practiceId, EnterWaitlist form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new WaitlistEntryId(Guid.CreateVersion7());
        return writes.Do(new CalendarAsk(practiceId, key, user, form.CallId, "waitlist", null, form), (db, scene, token) => Enter(db, scene, id, form, token), cancellationToken);
    }

    public Task<IResult> Withdraw(Guid practiceId, Guid entryId, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) => writes.Do(
        new CalendarAsk(practiceId, key, user, null, "leave-waitlist", entryId, new { }),
        async (db, scene, token) =>
        {
            var id = new WaitlistEntryId(entryId);
            if (await db.Set<WaitlistEntry>().SingleOrDefaultAsync(e => e.PracticeId == scene.Practice && e.Id == id, token) is not { } entry)
                return BookingReply.NotFound();
            List<DateOnly> days = [];
            if (await db.Set<SlotOffer>().SingleOrDefaultAsync(o => o.OpenForEntry == id, token) is { } offer)
            {
                await SlotOffers.End(db, offer, SlotOfferState.Withdrawn, scene.Now, token);
                days.Add(scene.DateOf(offer.Start).ToDateOnly());
            }

            if (entry.Stage == WaitlistStage.Waiting)
                entry.Close(WaitlistStage.Withdrawn, scene.Now);
            return BookingReply.Of((await show.Views(db, scene, [entry], token))[0], days);
        },
        cancellationToken);

    private async Task<BookingReply> Enter(ContactCenterDb db, BookingScene scene, WaitlistEntryId id, EnterWaitlist form, CancellationToken cancellationToken)
    {
        if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(form.VisitReasonId ?? ""), out var reason))
            return Refusals.UnknownReason(scene);
        var practitioner = form.PractitionerId is { Length: > 0 } named ? new PractitionerId(named) : (PractitionerId?)null;
        if (practitioner is { } one && !reason.Durations.Practitioners.Contains(one))
            return BookingReply.Invalid("practitionerId", WaitingWords.NotOffered(scene.Culture));
        var patient = new PatientId(form.PatientId);
        if (!await db.Set<Patient>().AnyAsync(p => p.PracticeId == scene.Practice && p.Id == patient && p.MergedInto == null, cancellationToken))
            return Refusals.UnknownPatient(scene);
        if (Fault(form, scene) is { } fault)
            return fault;
        if (await db.Set<WaitlistEntry>().AnyAsync(
                e => e.PracticeId == scene.Practice && e.PatientId == patient && e.ReasonId == reason.Id && e.Stage == WaitlistStage.Waiting, cancellationToken))
            return BookingReply.Invalid("patientId", WaitingWords.WaitsAlready(scene.Culture));
        var entry = new WaitlistEntry
        {
            PracticeId = scene.Practice, Id = id, PatientId = patient, ReasonId = reason.Id, PractitionerId = practitioner, Urgency = (WaitingUrgency)form.Urgency,
            Weekdays = Days(form.Weekdays), Earliest = Time(form.Earliest), Before = Time(form.Before), NotBefore = Date(form.NotBefore), Until = Date(form.Until),
            ReachableFrom = Time(form.ReachableFrom), ReachableUntil = Time(form.ReachableUntil),
            Box = sealer.SealNote(WaitlistEntry.RowOf(scene.Practice, id), form.Note), EnteredBy = scene.User, EnteredAt = scene.Now,
        };
        db.Add(entry);
        return BookingReply.Of((await show.Views(db, scene, [entry], cancellationToken))[0], [], StatusCodes.Status201Created);
    }

    private BookingReply? Fault(EnterWaitlist form, BookingScene scene)
    {
        var hours = options.Value.Hours;
        if (form.Note?.Length > WaitingNotes.Longest)
            return BookingReply.Invalid("note", WaitingWords.TooLong(scene.Culture));
        if (form.Earliest >= form.Before || !Enum.IsDefined(form.Urgency))
            return BookingReply.Invalid("before", WaitingWords.Hours(scene.Culture));
        if (new CallingHours(Time(form.ReachableFrom) ?? hours.From, Time(form.ReachableUntil) ?? hours.To).Within(hours) is null)
            return BookingReply.Invalid("reachableUntil", WaitingWords.Hours(scene.Culture));
        return form.Until < scene.Today.ToDateOnly() || form.Until < form.NotBefore ? BookingReply.Invalid("until", WaitingWords.DayOver(scene.Culture)) : null;
    }

    private static string Days(IReadOnlyList<DayOfWeek>? days) =>
        string.Join(' ', (days ?? []).Distinct().Select(d => d == DayOfWeek.Sunday ? 7 : (int)d).Order().Select(d => d.ToString(CultureInfo.InvariantCulture)));

    private static LocalTime? Time(TimeOnly? time) => time is { } one ? LocalTime.FromTimeOnly(one) : null;

    private static LocalDate? Date(DateOnly? date) => date is { } one ? LocalDate.FromDateOnly(one) : null;
}
