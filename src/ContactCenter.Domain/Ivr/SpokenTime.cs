using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>A moment as a voice says it: <c>lundi 5 janvier à 8 heures 30</c>, <c>Monday 5 January at 8:30 am</c>.</summary>
public static class SpokenTime
{
    private static readonly string[] FrenchDays = ["", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly string[] FrenchMonths =
        ["", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] EnglishMonths =
        ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Say(LocalDateTime moment, Language language) => language switch
    {
        Language.Fr => $"{FrenchDays[(int)moment.DayOfWeek]} {FrenchDay(moment.Day)} {FrenchMonths[moment.Month]} à {FrenchTime(moment)}",
        Language.En => $"{moment.DayOfWeek} {moment.Day} {EnglishMonths[moment.Month]} at {EnglishTime(moment)}",
    };

    private static string FrenchDay(int day) => day == 1 ? "1er" : $"{day}";

    private static string FrenchTime(LocalDateTime moment) => (moment.Hour, moment.Minute) switch
    {
        (0, 0) => "minuit",
        (12, 0) => "midi",
        (var hour, 0) => $"{hour} {Hours(hour)}",
        var (hour, minute) => $"{hour} {Hours(hour)} {minute}",
    };

    private static string Hours(int hour) => hour < 2 ? "heure" : "heures";

    private static string EnglishTime(LocalDateTime moment) => (moment.Hour, moment.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "noon",
        var (hour, minute) => (minute == 0 ? $"{TwelveHour(hour)}" : $"{TwelveHour(hour)}:{minute:00}") + (hour < 12 ? " am" : " pm"),
    };

    private static int TwelveHour(int hour) => hour % 12 == 0 ? 12 : hour % 12;
}
