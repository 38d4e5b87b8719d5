using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Books: the hold of this call becomes the appointment, or free steps are taken. All or nothing.</summary>
internal sealed class Book(CalendarWrites writes, PatientFactsReader patients, AppointmentViews views)
{
    private const int LongestText = 2000;

    public Task<IResult> Handle(Guid practiceId, BookAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new AppointmentId(Guid.CreateVersion7());
        return writes.Do(new CalendarAsk(practiceId, key, user, form.CallId, "book", null, form), (db, scene, token) => Write(db, scene, id, form, token), cancellationToken);
    }

    private async Task<BookingReply> Write(ContactCenterDb db, BookingScene scene, AppointmentId id, BookAppointment form, CancellationToken cancellationToken)
    {
        if (scene is { Channel: BookingChannel.Agent, Call: null })
            return BookingReply.NotFound();
        if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(form.VisitReasonId ?? ""), out var reason))
            return Refusals.UnknownReason(scene);
        if (!scene.Book.Practitioners.ContainsKey(new PractitionerId(form.PractitionerId ?? "")))
            return Refusals.UnknownPractitioner(scene);
        if (form.Note?.Length > LongestText || form.Justification?.Length > LongestText)
            return BookingReply.Invalid("note", BookingWords.TooLong(scene.Culture));
        var patient = new PatientId(form.PatientId);
        if (await patients.Read(db, scene, patient, form.PatientIsNew, form.HasReferral, null, cancellationToken) is not var (facts, identity))
            return Refusals.UnknownPatient(scene);
        var wish = new SlotWish
        {
            Reason = reason, Practitioner = new PractitionerId(form.PractitionerId!), Start = Instant.FromDateTimeOffset(form.Start), Patient = patient, Facts = facts,
            Pool = form.Pool, Overbook = form.Overbook, IsJustified = !string.IsNullOrWhiteSpace(form.Justification),
        };
        return await SlotClaims.Decide(db, scene, wish, cancellationToken) switch
        {
            MayBook may => await Save(db, scene, id, form, wish, identity, may.Slot, may.Justified, null, cancellationToken),
            NeedsApproval needs => await Save(db, scene, id, form, wish, identity, needs.Slot, needs.Rules, needs.DecideBy, cancellationToken),
            var refused => await Refusals.Of(db, scene, wish, refused, cancellationToken),
        };
    }

    private async Task<BookingReply> Save(
        ContactCenterDb db, BookingScene scene, AppointmentId id, BookAppointment form, SlotWish wish, PatientIdentity identity, Slot slot,
        IReadOnlyList<Finding> rules, Instant? decideBy, CancellationToken cancellationToken)
    {
        var appointment = new Appointment
        {
            PracticeId = scene.Practice, Id = id, PatientId = wish.Patient!.Value, ReasonId = wish.Reason.Id,
            PractitionerId = slot.Practitioner, Start = slot.Start, End = slot.End, Lane = slot.Lane, Resources = ResourceList.Write(slot.Resources),
            IsNewPatient = wish.Facts.IsNewWith(slot.Practitioner), State = decideBy is null ? AppointmentState.Booked : AppointmentState.Pending, DecideBy = decideBy,
            CallId = scene.Call, BookedBy = scene.User, BookedAt = scene.Now, Rules = scene.Book.Version.ToString(),
            Box = views.Seal(scene.Practice, id, new AppointmentWords(Filled(form.Note), Filled(form.Justification))),
        };
        await Holds.TurnInto(db, scene, slot, id, cancellationToken);
        db.Add(appointment);
        AgendaEvents.Of(db, scene, decideBy is null ? AgendaEventKind.Booked : AgendaEventKind.Requested, appointment, slot, rules);
        return BookingReply.Of(views.Of(appointment, identity.Name.Display, scene), [scene.DateOf(slot.Start).ToDateOnly()], StatusCodes.Status201Created);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
