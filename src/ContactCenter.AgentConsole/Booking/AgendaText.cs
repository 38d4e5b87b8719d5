using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

internal static class AgendaText
{
    public static string Tone(AgendaEntry entry) => entry switch
    {
        { Kind: AgendaEntryKind.Appointment, Appointment: { Certainty: BookingCertainty.ReservedHere } or { State: AppointmentState.Pending } } => "block-unsure",
        { Kind: AgendaEntryKind.Appointment } => "block-appointment",
        { Kind: AgendaEntryKind.Hold, Mine: true } => "block-mine",
        { Kind: AgendaEntryKind.Hold } => "block-hold",
        _ => "block-closed",
    };

    public static string Short(AgendaEntry entry) => entry.Kind switch
    {
        AgendaEntryKind.Appointment => entry.Appointment?.PatientName ?? "",
        AgendaEntryKind.Hold => entry.Mine ? BookingWords.HeldByYou : Say.With(BookingWords.HeldBy, entry.Label),
        AgendaEntryKind.Absence => entry.Label ?? BookingWords.Absence,
        AgendaEntryKind.Busy => entry.Label ?? BookingWords.Busy,
    };

    public static string Describe(AgendaEntry entry)
    {
        var when = $"{SlotText.Time(entry.Start)}–{SlotText.Time(entry.End)}";
        return entry.Appointment is { } appointment
            ? $"{when} {appointment.PatientName} · {appointment.VisitReasonLabel} · {State(appointment)}"
            : $"{when} {Short(entry)}";
    }

    public static string State(AppointmentView appointment) => appointment.State switch
    {
        AppointmentState.Pending => BookingWords.Pending,
        AppointmentState.Booked => appointment.Certainty == BookingCertainty.Confirmed ? BookingWords.Confirmed : BookingWords.ReservedHere,
        AppointmentState.Arrived => BookingWords.Arrived,
        AppointmentState.Fulfilled => BookingWords.Fulfilled,
        AppointmentState.Cancelled => BookingWords.Cancelled,
        AppointmentState.NoShow => BookingWords.NoShow,
    };
}
