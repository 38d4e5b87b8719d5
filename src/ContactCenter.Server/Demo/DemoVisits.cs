using NodaTime;

namespace ContactCenter.Server.Demo;

/// <param name="Start">Local time of the practice.</param>
/// <param name="Patient">Index into the practice's <see cref="DemoClient.Patients"/>.</param>
internal sealed record DemoVisit(LocalDateTime Start, string Practitioner, string Reason, int Patient, bool IsNew = false, bool WasMissed = false, string? Note = null);

/// <summary>Who comes when: the same pattern around whichever Monday, so that every day shows a day of a practice.</summary>
internal static class DemoVisits
{
    private const string Martin = "dr-martin";
    private const string Benali = "dr-benali";

    // Days count from Monday as 0. A line that ends in the pause or on a closed half-day would be refused: these do not.
    private static readonly (int[] Days, string Time, string Reason)[] MartinsVisits =
    [
        ([0, 1, 2, 3, 4], "08:30", "consultation"), ([0, 2, 4], "08:45", "renouvellement"), ([0, 1, 3, 4], "09:00", "suivi-chronique"),
        ([1, 2, 3], "09:30", "consultation"), ([0, 1, 3, 4], "10:00", "consultation"), ([0, 3], "10:15", "certificat"),
        ([0, 1, 2, 4], "10:45", "renouvellement"), ([0, 2, 3], "11:15", "consultation"), ([1, 4], "11:30", "suivi-chronique"),
        ([0, 1, 3, 4], "14:00", "consultation"), ([2], "14:00", "teleconsultation"), ([2], "14:30", "teleconsultation"),
        ([0, 3], "14:30", "petite-intervention"), ([0, 1, 4], "15:15", "consultation"), ([1, 3], "15:45", "certificat"), ([0, 4], "16:15", "renouvellement"),
        ([0, 1, 3], "16:45", "consultation"),
    ];

    private static readonly (int[] Days, string Time, string Reason)[] BenalisVisits =
    [
        ([0, 1, 2, 3, 4], "09:00", "consultation-enfant"), ([0, 2, 4], "09:20", "vaccination"), ([0, 1, 3], "09:45", "examen-nourrisson"),
        ([1, 2, 4], "10:20", "consultation-enfant"), ([0, 3], "10:40", "consultation-enfant"), ([0, 1, 2, 3, 4], "11:15", "vaccination"),
        ([0, 2], "11:45", "consultation-enfant"), ([0, 2], "13:30", "consultation-enfant"), ([0], "14:10", "certificat"), ([2], "14:30", "vaccination"),
        ([0, 2], "15:00", "consultation-enfant"), ([0], "16:20", "examen-nourrisson"),
    ];

    // The household whose number the simulator's phone shows: one of them was here, one will come.
    private static readonly int[] Household = [0, 1, 2];

    public static IEnumerable<DemoVisit> Around(LocalDate monday) => [.. Known(monday), .. Weeks(monday)];

    /// <summary>A Friday afternoon of training.</summary>
    public static DemoAbsence Absence(LocalDate monday) =>
        new(Benali, monday.PlusDays(4) + new LocalTime(13, 30), monday.PlusDays(4) + new LocalTime(18, 0), "Formation");

    private static IEnumerable<DemoVisit> Known(LocalDate monday)
    {
        yield return new DemoVisit(monday.PlusDays(-20) + new LocalTime(9, 45), Martin, "consultation", Household[0]);
        yield return new DemoVisit(monday.PlusDays(-13) + new LocalTime(10, 0), Benali, "consultation-enfant", Household[1]);
        yield return new DemoVisit(monday.PlusDays(10) + new LocalTime(9, 20), Benali, "vaccination", Household[2], Note: "Apporter le carnet de santé");
        yield return new DemoVisit(monday.PlusDays(-6) + new LocalTime(16, 0), Martin, "consultation", DemoPatients.IndexOf("Perrin"), WasMissed: true);
    }

    private static IEnumerable<DemoVisit> Weeks(LocalDate monday)
    {
        var (adults, children) = (0, 0);
        // This week is nearly full; the next fills up; of those before, a part is enough to know people by.
        foreach (var (week, keep) in new[] { (-5, 6), (-2, 4), (-1, 4), (0, 1), (1, 2) })
        {
            foreach (var (line, number) in MartinsVisits.Select((line, number) => (line, number)))
            {
                foreach (var day in line.Days.Where(day => (day + number) % keep == 0))
                    yield return new DemoVisit(monday.PlusDays((7 * week) + day) + Time(line.Time), Martin, line.Reason, Adult(adults++), IsNew: number == 4 && day == 0);
            }
            foreach (var (line, number) in BenalisVisits.Select((line, number) => (line, number)))
            {
                foreach (var day in line.Days.Where(day => (day + number) % keep == 0))
                {
                    var child = line.Reason == "examen-nourrisson" ? Infant(children++) : Child(children++);
                    yield return new DemoVisit(monday.PlusDays((7 * week) + day) + Time(line.Time), Benali, line.Reason, child);
                }
            }
        }
    }

    private static int Adult(int turn) => DemoPatients.Adults[turn % DemoPatients.Adults.Count];

    private static int Child(int turn) => DemoPatients.Children[turn % DemoPatients.Children.Count];

    private static int Infant(int turn) => DemoPatients.Infants[turn % DemoPatients.Infants.Count];

    private static LocalTime Time(string text) => LocalTime.FromTimeOnly(TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
