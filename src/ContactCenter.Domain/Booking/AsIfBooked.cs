using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>The calendar and the patient as they would be after a booking: for sessions of a series that are decided together.</summary>
public static class AsIfBooked
{
    /// <param name="patient">As she was before the slot.</param>
    public static CalendarState With(this CalendarState calendar, Slot slot, VisitReasonId reason, PatientFacts patient) =>
        new([
            .. calendar.Entries,
            new CalendarEntry
            {
                Kind = CalendarEntryKind.Appointment, Practitioner = slot.Practitioner, Lane = slot.Lane, Reason = reason,
                From = Step.At(slot.Start), To = Step.AtOrAfter(slot.End), IsNewPatient = patient.IsNewWith(slot.Practitioner), Resources = slot.Resources,
            },
        ]);

    /// <summary>She has one more visit to come; who sees her then has not seen her yet.</summary>
    /// <param name="date">In the practice's calendar.</param>
    public static PatientFacts After(this PatientFacts patient, VisitReasonId reason, LocalDate date) =>
        patient with { Visits = [.. patient.Visits, new PatientVisit(reason, date)] };
}
