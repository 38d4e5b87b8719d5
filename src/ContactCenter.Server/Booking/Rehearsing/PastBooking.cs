using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using NodaTime;

namespace ContactCenter.Server.Booking.Rehearsing;

/// <summary>A booking or move of the past, with everything that the rules were asked about.</summary>
internal sealed record PastBooking(AgendaEvent Line, BookedBefore Appointment, PatientFacts Patient, StandingCalendar Calendar)
{
    /// <summary>What a book would have said to it.</summary>
    /// <param name="pool">The pool whose kept slots were opened to it; null when none.</param>
    public RehearsedOutcome Under(BookingBook book, string? pool = null)
    {
        if (!book.Reasons.TryGetValue(Appointment.Reason, out var reason) || !book.Practitioners.TryGetValue(new PractitionerId(Line.ResourceId.Value), out var practitioner))
            return new RehearsedOutcome(null, RuleStrength.Hard, []);
        var days = CalendarScope.Whole(new Interval(Line.Start, Line.End), book);
        var calendar = Calendar.Between(days.Start.InZone(book.Zone).Date.PlusDays(-1), days.End.InZone(book.Zone).Date.PlusDays(1));
        var request = new BookingRequest
        {
            Reason = reason, Channel = Line.CallId is null ? BookingChannel.Practice : BookingChannel.Agent, Patient = Patient, Overbook = Line.Lane > 0, Now = Line.At,
            Pools = pool is null ? new HashSet<string>() : new HashSet<string> { pool },
        };
        var judgement = BookingRules.Judge(request, practitioner, Line.Start, calendar, book);
        return new RehearsedOutcome(judgement.Slot, judgement.Strength, judgement.Findings);
    }
}

/// <param name="Slot">Null when the reason is not offered.</param>
/// <param name="Strength">The strongest rule that was not met; null: booked at once.</param>
internal sealed record RehearsedOutcome(Slot? Slot, RuleStrength? Strength, IReadOnlyList<Finding> Findings)
{
    /// <summary>Kept slots that were opened by somebody: the history does not say so, but nothing else stood in the way.</summary>
    public string? KeptFor => Findings.FirstOrDefault(f => f.Rule == BookingRule.KeptForPool)?.Words;

    /// <summary>The rules that decided.</summary>
    public IEnumerable<Finding> Deciding => Findings.Where(f => f.Strength == Strength);

    /// <summary>How it would have gone, in a word.</summary>
    public string Word => Strength is not { } strength ? "at once" : strength switch
    {
        RuleStrength.Soft => "with a reason",
        RuleStrength.Approval => "with approval",
        RuleStrength.Hard => "refused",
    };

    public bool IsAs(RehearsedOutcome other) => Strength == other.Strength && (Strength == RuleStrength.Hard || Slot?.Length == other.Slot?.Length);
}
