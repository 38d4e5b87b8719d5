using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Reading;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Booking.Rehearsing;

/// <summary>A rehearsal as lines of text. No patient is named: the appointment's id leads to her whoever may see her.</summary>
internal static class RehearsalText
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static string Line(RehearsedChange change, PracticeId practice, BookingBook book)
    {
        var line = change.Booking.Line;
        var at = $"{Local(line.Start, book)} {line.ResourceId} {change.Booking.Appointment.Reason} (booked {Local(line.At, book)}, {line.Subject})";
        return $"{at}: {Outcome(change.Before)} -> {Outcome(change.After)}{Because(change, practice, book)}";
    }

    public static string Sum(Rehearsal rehearsal, string month, BookingBook now, BookingBook next)
    {
        var changes = rehearsal.Changes;
        var by = changes.GroupBy(c => c.Before.Strength == c.After.Strength ? "of another length" : c.After.Word).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}");
        return $"{month}: {rehearsal.Count} bookings and moves, {now.Version} -> {next.Version}: {rehearsal.Count - changes.Count} as before"
            + string.Concat(by.Select(b => $", {b}"));
    }

    private static string Outcome(RehearsedOutcome outcome) =>
        outcome is { Strength: not RuleStrength.Hard, Slot: { } slot } ? $"{outcome.Word}, {slot.Length.TotalMinutes} min" : outcome.Word;

    /// <summary>The rules that decide now; where it became easier, those that decided before.</summary>
    private static string Because(RehearsedChange change, PracticeId practice, BookingBook book)
    {
        if (change.After is { Slot: null })
            return ": no longer offered";
        var isHarder = change.After.Findings.Count > 0;
        var scene = new BookingScene(practice, book, Guid.Empty, BookingChannel.Agent, null, "en-GB", change.Booking.Line.At);
        return string.Concat((isHarder ? change.After : change.Before).Deciding.Select(f =>
            $"{(isHarder ? ": " : "; before: ")}{(f.Source is { } source ? $"{source.Span}: " : "")}{f.Rule}: {BookingWords.Of(f, scene).Sentence}"));
    }

    private static string Local(Instant at, BookingBook book) => Moment.Format(at.InZone(book.Zone).LocalDateTime);
}
