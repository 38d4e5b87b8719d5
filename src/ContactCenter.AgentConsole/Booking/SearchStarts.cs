using System.Globalization;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>From when on a slot is wanted, as patients say it: tomorrow, in two weeks, in three months, or the day on the agenda.</summary>
internal static class SearchStarts
{
    private const string Now = "now";
    public const string Agenda = "agenda";

    /// <summary>A day that she typed.</summary>
    public const string Named = "named";

    private static readonly (string Choice, int Days, int Months)[] Later = [("1d", 1, 0), ("7d", 7, 0), ("14d", 14, 0), ("1m", 0, 1), ("3m", 0, 3), ("6m", 0, 6)];

    public static IEnumerable<(string Choice, string Label)> All(DateOnly onAgenda) =>
    [
        (Now, BookingWords.FromNow), ("1d", BookingWords.FromTomorrow), ("7d", BookingWords.FromWeek), ("14d", BookingWords.FromTwoWeeks),
        ("1m", BookingWords.FromMonth), ("3m", BookingWords.FromThreeMonths), ("6m", BookingWords.FromSixMonths), (Agenda, Say.With(BookingWords.FromAgenda, onAgenda.ToString("d MMM", CultureInfo.CurrentCulture))),
    ];

    /// <summary>The first day to search; null for today.</summary>
    public static DateOnly? Day(string? choice, DateOnly today, DateOnly onAgenda) => choice switch
    {
        Agenda => onAgenda,
        _ when Later.FirstOrDefault(l => l.Choice == choice) is { Choice: not null } later => today.AddMonths(later.Months).AddDays(later.Days),
        _ => null,
    };

    public static string ChoiceOf(DateOnly? from, DateOnly today)
    {
        if (from is null)
            return Now;
        return Later.FirstOrDefault(l => today.AddMonths(l.Months).AddDays(l.Days) == from).Choice ?? Agenda;
    }
}
