using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Books: the hold of this call becomes the appointment, or free steps are taken. All or nothing.</summary>
internal sealed class Book(CalendarWrites writes, PatientFactsReader patients, AppointmentEntry entry, AppointmentViews views)
{
    public const int LongestText = 2000;

    public Task<IResult> Handle(Guid practiceId, BookAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = new AppointmentId(Guid.CreateVersion7());
        var ask = new CalendarAsk(practiceId, key, user, form.CallId, "book", null, form) { MayBeNeighbours = true };
        return writes.Do(
            ask,
            async (db, scene, token) => scene is { Channel: BookingChannel.Agent, Call: null } ? BookingReply.NotFound() : await Write(db, scene, id, form, token),
            cancellationToken);
    }

    /// <summary>The same inside a unit whose right to do so was seen to.</summary>
    public async Task<BookingReply> Write(ContactCenterDb db, BookingScene scene, AppointmentId id, BookAppointment form, CancellationToken cancellationToken)
    {
        if (scene.ReasonOf(form.VisitReasonId) is not { } reason)
            return Refusals.UnknownReason(scene);
        if (!scene.Book.Practitioners.ContainsKey(new PractitionerId(form.PractitionerId ?? "")))
            return Refusals.UnknownPractitioner(scene);
        if (form.Note?.Length > LongestText || form.Justification?.Length > LongestText)
            return BookingReply.Invalid("note", BookingWords.TooLong(scene.Culture));
        var patient = new PatientId(form.PatientId);
        if (await patients.Read(db, scene, patient, form.PatientIsNew, form.HasReferral, null, cancellationToken) is not var (facts, identity, cases))
            return Refusals.UnknownPatient(scene);
        var wish = new SlotWish
        {
            Reason = reason, Practitioner = new PractitionerId(form.PractitionerId!), Start = Instant.FromDateTimeOffset(form.Start), Patient = patient, Facts = facts,
            Pool = scene.IsForNeighbour ? null : form.Pool, Overbook = form.Overbook && !scene.IsForNeighbour,
            IsJustified = !string.IsNullOrWhiteSpace(form.Justification),
        };
        // Before any calendar: two bookings of one case count its sessions one after the other.
        var (chosen, refusal) = await CasesOfBookings.Choose(db, scene, new CaseWish(cases, reason.Id, form.CaseId, 1, wish.Start, wish.IsJustified), cancellationToken);
        if (refusal is not null)
            return refusal;
        return await SlotClaims.Decide(db, scene, wish, cancellationToken) switch
        {
            MayBook may => await Save(new Booked(id, may.Slot, may.Justified, null, Case: chosen)),
            NeedsApproval needs => await Save(new Booked(id, needs.Slot, needs.Rules, needs.DecideBy, Case: chosen)),
            var refused => await Refusals.Of(db, scene, wish, refused, cancellationToken),
        };

        async Task<BookingReply> Save(Booked booked)
        {
            var appointment = await entry.Enter(db, scene, wish, booked, new AppointmentWords(form.Note, form.Justification), cancellationToken);
            var day = scene.DateOf(appointment.Start).ToDateOnly();
            return BookingReply.Of(views.Of(appointment, identity.Name.Display, scene), [day], StatusCodes.Status201Created);
        }
    }
}
