using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>What the patient wishes beside a reason, a practitioner and a day to begin from.</summary>
/// <param name="Continuity">Who saw her last stands first.</param>
/// <param name="Days">Weekdays on which she can come; empty: any.</param>
/// <param name="Earliest">Local time at which the slot may begin, inclusive; null: any.</param>
/// <param name="Latest">Local time before which the slot begins, exclusive; null: any.</param>
/// <param name="Place">A site's slug; null: any.</param>
/// <param name="IsNew">Whether the practitioner has not seen her; null: as her appointments tell.</param>
/// <param name="Overbook">Intended overbooking may be used.</param>
internal sealed record SearchWishes(
    bool Continuity = false,
    WishedDays Days = WishedDays.Any,
    TimeOnly? Earliest = null,
    TimeOnly? Latest = null,
    string? Place = null,
    bool? IsNew = null,
    bool Overbook = false)
{
    public static SearchWishes None { get; } = new();

    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool On(DayOfWeek day) => Days.HasFlag(Flag(day));

    public SearchWishes Toggle(DayOfWeek day) => this with { Days = Days ^ Flag(day) };

    /// <summary>As the address of a search takes them; what is not wished for is left out.</summary>
    public IEnumerable<(string Name, string? Value)> Query =>
    [
        ("continuity", Continuity ? "true" : null),
        ("weekdays", Days == WishedDays.Any ? null : string.Join(',', Week.Where(On).Select(d => d.ToString().ToLowerInvariant()))),
        ("earliest", Clock(Earliest)),
        ("latest", Clock(Latest)),
        ("place", Place),
        ("patientIsNew", IsNew is { } isNew ? (isNew ? "true" : "false") : null),
        ("overbook", Overbook ? "true" : null),
    ];

    /// <summary>mar., ven. · dès 14:00: what is wished for, to be read back to the caller.</summary>
    public string Describe(string? place) => string.Join(" · ", new[]
    {
        Days == WishedDays.Any ? null : string.Join(", ", Week.Where(On).Select(d => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(d))),
        Earliest is { } earliest ? Say.With(FinderWords.NotBefore, Clock(earliest)!) : null,
        Latest is { } latest ? Say.With(FinderWords.Before, Clock(latest)!) : null,
        place,
        IsNew switch { true => FinderWords.NewPatient, false => FinderWords.KnownPatient, null => null },
        Continuity ? FinderWords.Continuity : null,
        Overbook ? FinderWords.Overbook : null,
    }.OfType<string>());

    public static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static WishedDays Flag(DayOfWeek day) => (WishedDays)(1 << (int)day);
}

/// <summary>Weekdays together; numbered as <see cref="DayOfWeek"/>.</summary>
[Flags]
internal enum WishedDays
{
    Any = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
}
