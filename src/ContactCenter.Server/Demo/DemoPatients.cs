using ContactCenter.Domain.Patients;
using ContactCenter.Server.Patients;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>Invented people with the difficulties of real lists: households, compound and birth names, namesakes, names heard but not spelt.</summary>
internal static class DemoPatients
{
    public static IReadOnlyList<(PatientIdentity Identity, PatientFlags Flags)> All { get; } =
    [
        // One household on one telephone: the number the simulator's phone calls from.
        Person("Lefèvre", "Camille", 1986, 4, 12, "+33612345601"),
        Person("Lefèvre", "Léo", 2019, 9, 3, "+33612345601"),
        Person("Lefèvre", "Zoé", 2023, 2, 27, "+33612345601"),
        Person("Lefebvre", "Camille", 1951, 11, 30, "+33612345602"),
        Person("de La Tour", "Anne-Sophie", 1974, 6, 21, "+33612345603", birthName: "Morvan"),
        Person("Morvan", "Yannick", 1948, 1, 8, "+33612345604", flags: PatientFlags.HardOfHearing),
        Person("Benkacem", "Amina", 1990, 3, 15, "+33612345605"),
        Person("Benkacem", "Ilyès", 2021, 7, 1, "+33612345605"),
        Person("Ben Salah", "Karim", 1982, 12, 5, "+33612345606"),
        Person("N'Guessan", "Aya", 1995, 8, 19, "+33612345607"),
        Person("Nguyen", "Thi Mai", 1968, 2, 14, "+33612345608", flags: PatientFlags.NeedsInterpreter),
        Person("Dupont", "Marie", 1960, 5, 2, "+33612345609"),
        Person("Dupond", "Marie", 1993, 5, 2, "+33612345610"),
        Person("Petit", "Jeanne", 1937, 10, 23, "+33612345611", birthName: "Lévy", flags: PatientFlags.ReducedMobility),
        Person("Gauthier", "Hélène", 1979, 9, 9, "+33612345612"),
        Person("Gautier", "Éloïse", 2001, 4, 4, "+33612345613"),
        Person("O'Brien", "Siobhán", 1985, 3, 17, "+33612345614", flags: PatientFlags.NeedsInterpreter),
        Person("da Silva", "João", 1971, 7, 28, "+33612345615"),
        Person("Kowalczyk", "Łukasz", 1988, 1, 31, "+33612345616"),
        Person("Müller", "Jürgen", 1965, 6, 6, "+33612345617"),
        Person("Roussel", "Maxence", 2008, 12, 24, "+33612345618"),
        Person("Roussel", "Pascale", 1977, 8, 11, "+33612345618", birthName: "Garnier"),
        Person("Chevallier", "Jean-Baptiste", 1999, 11, 1, "+33612345619"),
        Person("Traoré", "Fatoumata", 1983, 5, 30, "+33612345620"),
        Person("Traoré", "Moussa", 2016, 10, 10, "+33612345620"),
        Person("Le Goff", "Gwenaëlle", 1992, 2, 29, "+33612345621"),
        Person("Perrin", "Lucas", 2004, 6, 15, "+33612345622", flags: PatientFlags.MissesAppointments),
        Person("Marchetti", "Giulia", 1980, 9, 25, "+33612345623"),
        Person("Fœrster", "Mathilde", 1956, 4, 18, "+33612345624"),
        Person("Saint-Martin", "Loïc", 1996, 3, 3, "+33612345625", flags: PatientFlags.AskPracticeFirst),
        Person("Aubert", "Martine", 1958, 3, 22, "+33612345626"),
        Person("Baptiste", "Rose-Aimée", 1944, 12, 12, "+33612345627", flags: PatientFlags.HardOfHearing),
        Person("Caron", "Thierry", 1967, 9, 4, "+33612345628"),
        Person("Delmas", "Sylvie", 1972, 1, 17, "+33612345629"),
        Person("Étienne", "Bastien", 1991, 5, 8, "+33612345630"),
        Person("Fontenay", "Odile", 1949, 7, 3, "+33612345631"),
        Person("Guérin", "Nicolas", 1984, 10, 26, "+33612345632"),
        Person("Haddad", "Samira", 1976, 2, 9, "+33612345633"),
        Person("Imbert", "Roger", 1942, 8, 30, "+33612345634"),
        Person("Jourdan", "Clémence", 1998, 6, 2, "+33612345635"),
        Person("Guérin", "Alice", 2018, 3, 11, "+33612345632"),
        Person("Guérin", "Tom", 2020, 11, 5, "+33612345632"),
        Person("Haddad", "Yanis", 2017, 4, 20, "+33612345633"),
        Person("Jourdan", "Inès", 2022, 1, 25, "+33612345635"),
        Person("Étienne", "Maël", 2024, 5, 14, "+33612345630"),
        Person("Caron", "Juliette", 2014, 12, 1, "+33612345628"),
        Person("N'Guessan", "Noah", 2019, 6, 18, "+33612345607"),
        Person("Marchetti", "Enzo", 2015, 2, 2, "+33612345623"),
        Person("Chevallier", "Louise", 2025, 9, 10, "+33612345619"),
        Person("Le Goff", "Malo", 2025, 12, 3, "+33612345621"),
    ];

    /// <summary>Places in <see cref="All"/> of those who come to the general practitioner.</summary>
    public static IReadOnlyList<int> Adults { get; } = Places(born => born.Year < 2006, besides: "Lefèvre");

    /// <summary>Places of those who come to the paediatrician, infants aside.</summary>
    public static IReadOnlyList<int> Children { get; } = Places(born => born.Year is > 2010 and < 2025, besides: "Lefèvre");

    public static IReadOnlyList<int> Infants { get; } = Places(born => born.Year >= 2025, besides: "Lefèvre");

    public static int IndexOf(string family) => All.ToList().FindIndex(p => p.Identity.Name.Family == family);

    public static (PatientIdentity Identity, PatientFlags Flags) Person(
        string family, string given, int year, int month, int day, string phone, string? birthName = null, PatientFlags flags = PatientFlags.None) =>
        (new PatientIdentity(new PersonName(family, given, birthName), new LocalDate(year, month, day), [phone], null, null), flags);

    private static List<int> Places(Func<LocalDate, bool> born, string besides) =>
        [.. Enumerable.Range(0, All.Count).Where(i => All[i].Identity.BirthDate is { } date && born(date) && All[i].Identity.Name.Family != besides)];
}
