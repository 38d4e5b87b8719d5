using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>Who comes when to the <see cref="DemoNeighbour"/>: enough to be a day's work, with room for those whom the other practice cannot take.</summary>
internal static class DemoNeighbourVisits
{
    private const string Infant = "examen-nourrisson";

    // Days count from Monday as 0.
    private static readonly (string Practitioner, int[] Days, LocalTime Time, string Reason)[] Visits =
    [
        ("dr-roy", [0, 1, 2, 3, 4], new(9, 0), "consultation-enfant"), ("dr-roy", [0, 1, 3], new(9, 40), "vaccination"),
        ("dr-roy", [0, 2, 4], new(10, 20), Infant), ("dr-roy", [1, 2, 3], new(11, 0), "consultation-enfant"), ("dr-roy", [0, 4], new(11, 30), "bilan-auditif"),
        ("dr-roy", [0, 1, 2], new(14, 0), "consultation-enfant"), ("dr-roy", [3], new(14, 20), "teleconsultation-parents"),
        ("dr-roy", [0, 1, 2], new(15, 20), "vaccination"), ("dr-roy", [1, 2], new(16, 0), "consultation-enfant"),
        ("dr-keita", [0, 2, 3, 4], new(9, 20), "consultation-enfant"), ("dr-keita", [0, 2, 3], new(10, 0), "vaccination"),
        ("dr-keita", [0, 3, 4], new(11, 0), Infant), ("dr-keita", [1], new(14, 0), "visite-maternite"), ("dr-keita", [0, 3], new(13, 30), "consultation-enfant"),
        ("dr-keita", [0, 3], new(15, 0), "consultation-enfant"),
    ];

    public static IEnumerable<DemoVisit> Around(LocalDate monday)
    {
        var (children, infants) = (0, 0);
        foreach (var (week, keep) in new[] { (-1, 2), (0, 1), (1, 3) })
        {
            foreach (var (line, number) in Visits.Select((line, number) => (line, number)))
            {
                foreach (var day in line.Days.Where(day => (day + number) % keep == 0))
                {
                    var patient = line.Reason is Infant or "visite-maternite"
                        ? DemoNeighbourPatients.Infants[infants++ % DemoNeighbourPatients.Infants.Count]
                        : DemoNeighbourPatients.Children[children++ % DemoNeighbourPatients.Children.Count];
                    yield return new DemoVisit(monday.PlusDays((7 * week) + day) + line.Time, line.Practitioner, line.Reason, patient);
                }
            }
        }
    }
}
