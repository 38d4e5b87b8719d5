using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rehearsing;
using NodaTime;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>A rehearsal as the screen shows it. No patient is named.</summary>
internal static class RehearsedView
{
    /// <summary>More than anybody reads; the number of all stands beside them.</summary>
    private const int MostExamples = 200;

    public static RehearsedMonth Of(Rehearsal rehearsal, StandingRules standing, BookingBook next, string culture) => new(
        rehearsal.Count, rehearsal.Changes.Count, [.. rehearsal.Changes.Take(MostExamples).Select(c => Of(c, standing, next, culture))]);

    private static RehearsedBooking Of(RehearsedChange change, StandingRules standing, BookingBook next, string culture)
    {
        var (line, reason) = (change.Booking.Line, change.Booking.Appointment.Reason);
        return new RehearsedBooking(
            Local(line.Start, standing), Local(line.At, standing), SlotViews.NameOf(line.ResourceId, standing.Book),
            standing.Book.Reasons.GetValueOrDefault(reason)?.Label ?? next.Reasons.GetValueOrDefault(reason)?.Label ?? reason.Value,
            Way(change.Before), Way(change.After), Why(change, standing, next, culture));
    }

    /// <summary>The rules that decide now; where it became easier, those that decided before.</summary>
    private static IReadOnlyList<string> Why(RehearsedChange change, StandingRules standing, BookingBook next, string culture)
    {
        if (change.After is { Slot: null })
            return [RulebookWords.NotOffered(culture)];
        var isHarder = change.After.Findings.Count > 0;
        var (book, at) = (isHarder ? next : standing.Book, change.Booking.Line.At);
        var scene = new BookingScene(standing.Practice.Id, book, Guid.Empty, BookingChannel.Agent, null, culture, at);
        return [.. (isHarder ? change.After : change.Before).Deciding.Select(f => BookingWords.Of(f, scene).Sentence)
            .Select(sentence => isHarder ? sentence : RulebookWords.Before(sentence, culture))];
    }

    private static RehearsedWay Way(RehearsedOutcome outcome) => new(
        outcome.Strength is not { } strength ? RehearsedVerdict.AtOnce : strength switch
        {
            RuleStrength.Soft => RehearsedVerdict.WithReason,
            RuleStrength.Approval => RehearsedVerdict.WithApproval,
            RuleStrength.Hard => RehearsedVerdict.Refused,
        },
        outcome is { Strength: not RuleStrength.Hard, Slot: { } slot } ? (int)slot.Length.TotalMinutes : null);

    private static DateTimeOffset Local(Instant at, StandingRules standing) => at.InZone(standing.Book.Zone).ToDateTimeOffset();
}
