using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Tests.Support;

/// <summary>Agendas of a practice in Paris in winter.</summary>
internal static class Agendas
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(1);

    public static readonly VisitReasonView Consultation = new("consultation", "Consultation", new Dictionary<string, int> { ["dr-martin"] = 20 }, [], ["fièvre"]);
    public static readonly VisitReasonView Vaccine = new("vaccin", "Vaccin contre la grippe", new Dictionary<string, int> { ["dr-martin"] = 10 }, ["Apporter le vaccin"], ["piqûre"]);

    public static DateTimeOffset At(DateOnly day, int hour, int minute) => new(day.ToDateTime(new TimeOnly(hour, minute)), Offset);

    public static SlotView Slot(DateOnly day, int hour, int minute) => new("dr-martin", "Dr Martin", At(day, hour, minute), At(day, hour, minute).AddMinutes(20));

    public static AgendaEntry Appointment(string practitioner, DateOnly day, int hour, int minute, int minutes)
    {
        var start = At(day, hour, minute);
        var booked = new AppointmentView(Guid.NewGuid(), 1, practitioner, "Dr Martin", Guid.NewGuid(), "DURAND Amélie", "consultation", "Consultation",
            start, start.AddMinutes(minutes), AppointmentState.Booked, BookingCertainty.Confirmed, null, []);
        return new AgendaEntry(practitioner, start, booked.End, AgendaEntryKind.Appointment, booked, null, false);
    }

    public static AgendaView Day(DateOnly day, params AgendaEntry[] entries) => Of(day, 1, entries);

    public static AgendaView Week(DateOnly monday, params AgendaEntry[] entries) => Of(monday, 7, entries);

    private static AgendaView Of(DateOnly first, int days, AgendaEntry[] entries)
    {
        PractitionerView[] practitioners = [new("dr-martin", "Dr Martin", "Médecine générale"), new("dr-benali", "Dr Benali", "Pédiatrie")];
        var openings =
            from worked in Enumerable.Range(0, Math.Min(days, 5))
            from practitioner in practitioners
            let day = first.AddDays(worked)
            select new OpeningView(practitioner.PractitionerId, At(day, 8, 30), At(day, 18, 45));
        return new AgendaView(Views.Practice().PracticeId, first, days, Views.Noon.ToOffset(Offset), practitioners, [.. openings], entries);
    }
}
