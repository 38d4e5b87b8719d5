using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>
/// Wishes as they are said and typed in one line, in either language: "mardi ou vendredi après 14h", "matin dès le 15/12", "same doctor, new".
/// What it cannot read it gives back, so that nothing is silently left out.
/// </summary>
internal static partial class WishText
{
    private static readonly (string[] Words, DayOfWeek Day)[] Weekdays =
    [
        (["lundi", "lun", "lu", "monday", "mon"], DayOfWeek.Monday), (["mardi", "mar", "ma", "tuesday", "tue", "tu"], DayOfWeek.Tuesday),
        (["mercredi", "mer", "me", "wednesday", "wed", "we"], DayOfWeek.Wednesday), (["jeudi", "jeu", "je", "thursday", "thu", "th"], DayOfWeek.Thursday),
        (["vendredi", "ven", "ve", "friday", "fri", "fr"], DayOfWeek.Friday), (["samedi", "sam", "sa", "saturday", "sat"], DayOfWeek.Saturday),
        (["dimanche", "dim", "di", "sunday", "sun", "su"], DayOfWeek.Sunday),
    ];

    private static readonly (string[] Words, int? From, int? Before)[] TimesOfDay =
    [
        (["matin", "matinee", "morning", "am"], null, 12), (["midi", "noon", "lunch"], 12, 14), (["aprem", "apm", "apresmidi", "afternoon", "pm"], 12, null),
        (["soir", "soiree", "evening"], 17, null),
    ];

    private static readonly string[] Same = ["meme", "same", "habituel", "usual", "suivi"];
    private static readonly string[] New = ["nouveau", "nouvelle", "new"];
    private static readonly string[] Known = ["connu", "connue", "known"];
    private static readonly string[] Lanes = ["surbooking", "doublon", "overbook", "overbooking"];
    private static readonly string[] After = ["apres", "des", "from", "after", "partir"];
    private static readonly string[] Until = ["avant", "jusqu", "before", "until"];
    private static readonly string[] Between =
    [
        "ou", "et", "le", "la", "les", "l", "de", "d", "du", "a", "au", "or", "and", "on", "the", "in", "at", "s",
        "praticien", "medecin", "docteur", "doctor", "practitioner", "patient", "patiente",
    ];

    /// <param name="places">Sites that may be named by the beginning of any word of theirs.</param>
    public static TypedWishes Read(string typed, DateOnly today, IReadOnlyList<PlaceView> places)
    {
        var read = new TypedWishes(SearchWishes.None, null, []);
        string? before = null;
        foreach (Match token in Token().Matches(Plain(typed)))
        {
            read = Take(read, token.Value, before, today, places);
            before = token.Value;
        }
        return read;
    }

    private static TypedWishes Take(TypedWishes read, string word, string? before, DateOnly today, IReadOnlyList<PlaceView> places)
    {
        var wishes = read.Wishes;
        if (Between.Contains(word) || After.Contains(word) || Until.Contains(word))
            return read;
        if (Weekdays.FirstOrDefault(d => d.Words.Contains(word)) is { Words: not null } day)
            return wishes.On(day.Day) ? read : read with { Wishes = wishes.Toggle(day.Day) };
        if (TimesOfDay.FirstOrDefault(t => t.Words.Contains(word)) is { Words: not null } part)
            return read with { Wishes = wishes with { Earliest = Hour(part.From) ?? wishes.Earliest, Latest = Hour(part.Before) ?? wishes.Latest } };
        if (Range().Match(word) is { Success: true } range && TimeOf(range, 1) is { } from && TimeOf(range, 3) is { } to)
            return read with { Wishes = wishes with { Earliest = from, Latest = to } };
        if (Time().Match(word) is { Success: true } clock && TimeOf(clock, 1) is { } time)
            return read with { Wishes = Until.Contains(before) ? wishes with { Latest = time } : wishes with { Earliest = time } };
        if (DayText().IsMatch(word))
            return Date(word, today) is { } date ? read with { From = date } : Unread(read, word);
        if (Same.Contains(word))
            return read with { Wishes = wishes with { Continuity = true } };
        if (New.Contains(word) || Known.Contains(word))
            return read with { Wishes = wishes with { IsNew = New.Contains(word) } };
        if (Lanes.Contains(word))
            return read with { Wishes = wishes with { Overbook = true } };
        return places.FirstOrDefault(p => Plain(p.Name).Split(' ').Any(part => word.Length > 2 && part.StartsWith(word, StringComparison.Ordinal))) is { } place
            ? read with { Wishes = wishes with { Place = place.PlaceId } }
            : Unread(read, word);
    }

    private static TypedWishes Unread(TypedWishes read, string word) => read with { Unread = [.. read.Unread, word] };

    private static TimeOnly? Hour(int? hour) => hour is { } h ? new TimeOnly(h, 0) : null;

    private static TimeOnly? TimeOf(Match match, int group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) is var hour && hour < 24
        && (match.Groups[group + 1].Length == 0 ? 0 : int.Parse(match.Groups[group + 1].Value, CultureInfo.InvariantCulture)) is var minute && minute < 60
            ? new TimeOnly(hour, minute)
            : null;

    /// <summary>Day first; without a year the next such day.</summary>
    private static DateOnly? Date(string text, DateOnly today)
    {
        var parts = text.Split('/').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var year = parts.Length > 2 ? parts[2] < 100 ? 2000 + parts[2] : parts[2] : today.Year;
        if (parts[1] is < 1 or > 12 || year is < 2000 or > 2200 || parts[0] < 1 || parts[0] > DateTime.DaysInMonth(year, parts[1]))
            return null;
        var date = new DateOnly(year, parts[1], parts[0]);
        return parts.Length == 2 && date < today ? date.AddYears(1) : date;
    }

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Replace("apres-midi", "apresmidi", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\s?[h:]?\d{0,2}\s?-\s?\d{1,2}\s?[h:]?\d{0,2}|\d{1,2}\s?[h:]\s?\d{0,2}|\d{1,2}|\p{L}+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(\d{1,2})\s?[h:]?(\d{0,2})\s?-\s?(\d{1,2})\s?[h:]?(\d{0,2})$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(\d{1,2})\s?[h:]?\s?(\d{0,2})$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d{1,2}/\d{1,2}")]
    private static partial Regex DayText();
}

/// <param name="From">The first day, when one was named.</param>
/// <param name="Unread">Words that mean nothing here.</param>
internal sealed record TypedWishes(SearchWishes Wishes, DateOnly? From, IReadOnlyList<string> Unread);
