using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

internal static class AgendaText
{
    /// <summary>Dr Hélène Martin is Martin where there is no room.</summary>
    public static string Surname(string practitioner) => practitioner[(practitioner.LastIndexOf(' ') + 1)..];

    /// <summary>The class of an entry's block, beside the colour of its reason.</summary>
    public static string Tone(AgendaEntry entry) => entry switch
    {
        { Kind: AgendaEntryKind.Appointment, Appointment: { Certainty: BookingCertainty.ReservedHere } or { State: AppointmentState.Pending } } => "block-appointment block-unsure",
        { Kind: AgendaEntryKind.Appointment, Appointment.State: AppointmentState.NoShow } => "block-appointment block-missed",
        { Kind: AgendaEntryKind.Appointment } => "block-appointment",
        { Kind: AgendaEntryKind.Hold, Mine: true } => "block-mine",
        { Kind: AgendaEntryKind.Hold } => "block-hold",
        _ => "block-closed",
    };

    /// <summary>The class that bears the colour of a reason.</summary>
    public static string Hue(AgendaView agenda, string visitReasonId) =>
        agenda.Reasons?.FirstOrDefault(r => r.VisitReasonId == visitReasonId) is { } reason ? $"hue-{reason.Tone}" : "hue-none";

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
        return entry.Appointment is not { } appointment
            ? $"{when} {Short(entry)}"
            : string.Join(" · ", new[]
            {
                $"{when} {appointment.PatientName}", appointment.VisitReasonLabel, appointment.PractitionerName, Resources(appointment), State(appointment), Made(entry.Made),
            }.Where(part => part is not null));
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

    /// <summary>The one word on the block; none for one that is simply booked or has taken place.</summary>
    public static string? Mark(AppointmentView appointment) => appointment.State switch
    {
        AppointmentState.Pending => AgendaWords.PendingMark,
        AppointmentState.Booked => appointment.Certainty == BookingCertainty.Confirmed ? null : AgendaWords.UnsureMark,
        AppointmentState.Arrived => BookingWords.Arrived,
        AppointmentState.NoShow => BookingWords.NoShow,
        AppointmentState.Fulfilled or AppointmentState.Cancelled => null,
    };

    /// <summary>Pris le 23/11/2026 à 10:04 par Claire Fontaine, en appel</summary>
    public static string? Made(BookingMade? made) => made is null ? null
        : Say.With(made.InCall ? AgendaWords.MadeInCall : AgendaWords.MadeByPractice, SlotText.Date(made.At), SlotText.Time(made.At), made.By ?? AgendaWords.Somebody);

    public static string Kind(CalendarResourceKind kind) => kind switch
    {
        CalendarResourceKind.Practitioner => BookingWords.Practitioner,
        CalendarResourceKind.Staff => AgendaWords.Staff,
        CalendarResourceKind.Room => AgendaWords.Room,
        CalendarResourceKind.Equipment => AgendaWords.Equipment,
    };

    /// <summary>What is said of an opening in which not just anything is booked at the practice; null for one of the usual kind.</summary>
    public static string? Opening(OpenStretch open) => Opening(open.Mode, open.KeptFor);

    /// <inheritdoc cref="Opening(OpenStretch)"/>
    public static string? Opening(string mode, string? keptFor)
    {
        string[] words = [.. new[] { Mode(mode), keptFor is { } pool ? Say.With(AgendaWords.Kept, pool) : null }.OfType<string>()];
        return words.Length == 0 ? null : string.Join(" · ", words);
    }

    /// <summary>Null for what takes place at the practice by appointment.</summary>
    private static string? Mode(string mode) => mode switch
    {
        "Tele" => AgendaWords.Tele,
        "HomeVisit" => AgendaWords.HomeVisit,
        "WalkIn" => AgendaWords.WalkIn,
        _ => null,
    };

    private static string? Resources(AppointmentView appointment) => appointment.Resources is { Count: > 0 } taken ? string.Join(", ", taken) : null;
}
