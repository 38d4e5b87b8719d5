using System.Globalization;
using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>A practice's weekly hours as a sentence to be spoken. Days with the same hours in a row are said together.</summary>
public static class SpokenHours
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Such as <c>du lundi au vendredi de 8 heures à 12 heures 30 et de 14 heures à 19 heures, le samedi de 9 heures à 12 heures</c>; empty when no day is open.</summary>
    public static string InFrench(OpeningHours hours) => string.Join(", ", Runs(hours).Select(run =>
        $"{(run.First == run.Last ? $"le {Name(run.First, French)}" : $"du {Name(run.First, French)} au {Name(run.Last, French)}")} "
        + string.Join(" et ", run.Hours.Select(h => $"de {Time(h.Start)} à {Time(h.End)}"))));

    /// <summary>The same in English, such as <c>Monday to Friday from 08:00 to 12:30 and from 14:00 to 19:00</c>.</summary>
    public static string InEnglish(OpeningHours hours) => string.Join(", ", Runs(hours).Select(run =>
        $"{(run.First == run.Last ? Name(run.First, English) : $"{Name(run.First, English)} to {Name(run.Last, English)}")} "
        + string.Join(" and ", run.Hours.Select(h => $"from {Clock(h.Start)} to {Clock(h.End)}"))));

    private static IEnumerable<(IsoDayOfWeek First, IsoDayOfWeek Last, IReadOnlyList<OpeningInterval> Hours)> Runs(OpeningHours hours)
    {
        (IsoDayOfWeek First, IsoDayOfWeek Last, IReadOnlyList<OpeningInterval> Hours)? run = null;
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            var open = hours.Week.GetValueOrDefault(day) ?? [];
            if (run is { } current && current.Hours.SequenceEqual(open))
            {
                run = current with { Last = day };
                continue;
            }
            if (run is { Hours.Count: > 0 } finished)
                yield return finished;
            run = (day, day, open);
        }
        if (run is { Hours.Count: > 0 } last)
            yield return last;
    }

    private static string Name(IsoDayOfWeek day, CultureInfo culture) => culture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));

    // Midnight only ever ends a day.
    private static string Time(LocalTime time) => time == LocalTime.Midnight ? "minuit" : time.Minute == 0 ? $"{time.Hour} heures" : $"{time.Hour} heures {time.Minute}";

    private static string Clock(LocalTime time) => time == LocalTime.Midnight ? "midnight" : time.ToString("HH':'mm", CultureInfo.InvariantCulture);
}
