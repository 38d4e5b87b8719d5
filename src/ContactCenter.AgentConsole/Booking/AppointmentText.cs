using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>The life of an appointment in words.</summary>
internal static class AppointmentText
{
    public static string By(CancelledBy by) => by switch
    {
        CancelledBy.Patient => BookingWords.ByPatient,
        CancelledBy.Practice => BookingWords.ByPractice,
        CancelledBy.Us => BookingWords.ByUs,
    };

    public static string Mark(AppointmentMark mark) => mark switch
    {
        AppointmentMark.Arrived => BookingWords.MarkArrived,
        AppointmentMark.Seen => BookingWords.MarkSeen,
        AppointmentMark.Missed => BookingWords.MarkMissed,
    };

    public static string State(AppointmentState state) => state switch
    {
        AppointmentState.Pending => BookingWords.Pending,
        AppointmentState.Booked => BookingWords.BookedState,
        AppointmentState.Arrived => BookingWords.Arrived,
        AppointmentState.Fulfilled => BookingWords.Fulfilled,
        AppointmentState.Cancelled => BookingWords.CancelledState,
        AppointmentState.NoShow => BookingWords.NoShow,
    };

    /// <summary>Annulé le 23/11/2026 à 10:42, à la demande du patient : grève des trains</summary>
    public static string? Cancelled(AppointmentView appointment) => appointment.Cancelled is not { } cancelled ? null : string.Concat(
        Say.With(BookingWords.CancelledOn, SlotText.Date(cancelled.At), SlotText.Time(cancelled.At)),
        cancelled.By is { } by ? $", {By(by).ToLowerInvariant()}" : $", {BookingWords.ByNobody}",
        cancelled.Why is { } why ? Say.With(BookingWords.BecauseOf, why) : "");

    /// <summary>One line of the history; null for one that says nothing by itself.</summary>
    public static string? Event(AppointmentEventView happened)
    {
        var deed = happened.What switch
        {
            "Booked" => BookingWords.DidBook,
            "Requested" => BookingWords.DidRequest,
            "Approved" => BookingWords.DidApprove,
            "MovedIn" => Say.With(BookingWords.DidMove, SlotText.Short(happened.Start)),
            "Cancelled" => BookingWords.CancelledState,
            "Arrived" => BookingWords.Arrived,
            "Fulfilled" => BookingWords.Fulfilled,
            "NoShow" => BookingWords.NoShow,
            _ => null,
        };
        return deed is null ? null : happened.By is { } by ? $"{deed} · {by}" : deed;
    }
}
