using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Moves: the old time is given up and the new one taken in one transaction; when the new one is gone the old one is kept.</summary>
internal sealed class Move(CalendarWrites writes, ChangeAppointment changes, PatientFactsReader patients, AppointmentViews views)
{
    public Task<IResult> Handle(Guid practiceId, Guid appointmentId, MoveAppointment form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        writes.Do(
            new CalendarAsk(practiceId, key, user, form.CallId, "move", appointmentId, form),
            async (db, scene, token) => scene is { Channel: BookingChannel.Agent, Call: null } ? BookingReply.NotFound() : await Write(db, scene, appointmentId, form, token),
            cancellationToken);

    /// <summary>The same inside a unit whose right to do so was seen to.</summary>
    public Task<BookingReply> Write(ContactCenterDb db, BookingScene scene, Guid appointmentId, MoveAppointment form, CancellationToken cancellationToken) =>
        changes.Do(db, scene, appointmentId, form.Version, AppointmentAct.Move, (appointment, _) => Write(db, scene, appointment, form, cancellationToken), cancellationToken);

    private async Task<BookingReply?> Write(ContactCenterDb db, BookingScene scene, Appointment appointment, MoveAppointment form, CancellationToken cancellationToken)
    {
        if (!scene.Book.Reasons.TryGetValue(appointment.ReasonId, out var reason))
            return Refusals.UnknownReason(scene);
        if (!scene.Book.Practitioners.ContainsKey(new PractitionerId(form.PractitionerId ?? "")))
            return Refusals.UnknownPractitioner(scene);
        if (await patients.Read(db, scene, appointment.PatientId, appointment.IsNewPatient ? true : null, hasReferral: true, appointment.Id, cancellationToken) is not { Facts: var facts })
            return Refusals.UnknownPatient(scene);
        var wish = new SlotWish
        {
            Reason = reason, Practitioner = new PractitionerId(form.PractitionerId!), Start = Instant.FromDateTimeOffset(form.Start), Patient = appointment.PatientId, Facts = facts,
            Pool = form.Pool, Overbook = form.Overbook, IsJustified = !string.IsNullOrWhiteSpace(form.Justification), Moving = appointment,
        };
        if (await CasesOfBookings.RefuseMove(db, scene, appointment, wish.Start, wish.IsJustified, cancellationToken) is { } uncovered)
            return uncovered;
        switch (await SlotClaims.Decide(db, scene, wish, cancellationToken))
        {
            case MayBook may:
                await Take(db, scene, appointment, form, may.Slot, may.Justified, cancellationToken);
                return null;
            case NeedsApproval needs when wish.IsJustified || needs.Rules.All(IsSettled):
                await Take(db, scene, appointment, form, needs.Slot, needs.Rules, cancellationToken);
                return null;
            case NeedsApproval needs:
                return await Refusals.Of(db, scene, wish, new NeedsReason([.. needs.Rules.Where(r => !IsSettled(r))]), cancellationToken);
            case var refused:
                return await Refusals.Of(db, scene, wish, refused, cancellationToken);
        }
    }

    /// <summary>About the reason and the patient the practice was asked when the appointment was made, or still is; about the new time it was not.</summary>
    private static bool IsSettled(Finding rule) =>
        rule.Rule is BookingRule.ApprovalOfReason or BookingRule.AskPracticeFirst or BookingRule.MissedAppointments or BookingRule.NewPatients or BookingRule.Referral;

    private async Task Take(
        ContactCenterDb db, BookingScene scene, Appointment appointment, MoveAppointment form, Slot slot, IReadOnlyList<Finding> rules, CancellationToken cancellationToken)
    {
        AgendaEvents.Of(db, scene, AgendaEventKind.MovedOut, appointment, appointment.Slot, []);
        FreedSlots.Note(db, scene, appointment.Slot, FreedBecause.Moved);
        await CalendarRows.GiveBack(db, scene.Practice, appointment.Id, cancellationToken);
        await Holds.TurnInto(db, scene, slot, appointment.Id, cancellationToken);
        appointment.Occupy(slot);
        if (appointment.DecideBy is not null)
            appointment.DecideBy = scene.Book.Approval.DecideBy(scene.Now, slot.Start);
        if (!string.IsNullOrWhiteSpace(form.Justification))
            appointment.Box = views.Seal(scene.Practice, appointment.Id, views.Words(appointment) with { Justification = form.Justification.Trim() });
        AgendaEvents.Of(db, scene, AgendaEventKind.MovedIn, appointment, slot, rules);
    }
}
