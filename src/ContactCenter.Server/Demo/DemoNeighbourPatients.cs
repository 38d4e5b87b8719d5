using ContactCenter.Domain.Patients;
using ContactCenter.Server.Patients;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>
/// Invented children of the <see cref="DemoNeighbour"/>. Its file and the other practice's are two: Léo Lefèvre stands in both, each time as that practice knows him.
/// </summary>
internal static class DemoNeighbourPatients
{
    public static IReadOnlyList<(PatientIdentity Identity, PatientFlags Flags)> All { get; } =
    [
        // One household on one telephone, which the simulator's phone offers.
        DemoPatients.Person("Morel", "Adèle", 2021, 5, 17, "+33612345651"),
        DemoPatients.Person("Morel", "Sacha", 2026, 10, 2, "+33612345651"),
        DemoPatients.Person("Lefèvre", "Léo", 2019, 9, 3, "+33612345652"),
        DemoPatients.Person("Achour", "Lina", 2023, 1, 28, "+33612345653"),
        DemoPatients.Person("Bonnet", "Gabriel", 2018, 11, 6, "+33612345654"),
        DemoPatients.Person("Cissé", "Aminata", 2020, 3, 9, "+33612345655"),
        DemoPatients.Person("Dos Santos", "Rafael", 2015, 7, 22, "+33612345656", flags: PatientFlags.NeedsInterpreter),
        DemoPatients.Person("Evrard", "Apolline", 2012, 2, 14, "+33612345657"),
        DemoPatients.Person("Faure", "Jules", 2024, 8, 30, "+33612345658"),
        DemoPatients.Person("Girard", "Manon", 2017, 12, 19, "+33612345659", flags: PatientFlags.MissesAppointments),
        DemoPatients.Person("Hervé", "Titouan", 2022, 6, 4, "+33612345660"),
        DemoPatients.Person("Ibrahim", "Yasmine", 2016, 10, 11, "+33612345661"),
        DemoPatients.Person("Joly", "Margaux", 2010, 4, 25, "+33612345662"),
        DemoPatients.Person("L'Hermitte", "Eliott", 2026, 6, 13, "+33612345663"),
        DemoPatients.Person("Kaya", "Deniz", 2026, 3, 5, "+33612345665"),
        DemoPatients.Person("Lambert", "Romy", 2026, 11, 8, "+33612345666"),
        DemoPatients.Person("Novak", "Tereza", 2025, 12, 21, "+33612345664"),
    ];

    public static IReadOnlyList<int> Children { get; } = Places(born => born.Year < 2025);

    public static IReadOnlyList<int> Infants { get; } = Places(born => born.Year >= 2025);

    private static List<int> Places(Func<LocalDate, bool> born) =>
        [.. Enumerable.Range(0, All.Count).Where(i => All[i].Identity.BirthDate is { } date && born(date))];
}
