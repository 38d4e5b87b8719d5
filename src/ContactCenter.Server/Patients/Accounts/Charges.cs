using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Patients.Accounts;

/// <summary>Puts what a visit costs on the patient's account, in the transaction in which the appointment is marked as having taken place.</summary>
internal static class Charges
{
    public static void Enter(ContactCenterDb db, BookingScene scene, Appointment appointment)
    {
        if (scene.Book.Reasons.GetValueOrDefault(appointment.ReasonId)?.ChargeCents is not { } cents)
            return;
        db.Add(new AccountEntry
        {
            PracticeId = scene.Practice, Id = appointment.Id.Value, PatientId = appointment.PatientId, CaseId = appointment.CaseId,
            Kind = AccountEntryKind.Charge, Cents = cents, At = scene.Now, EnteredBy = scene.User,
        });
    }
}
