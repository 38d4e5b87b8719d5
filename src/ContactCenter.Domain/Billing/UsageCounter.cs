using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>
/// Counts what was used in a period by band, in call order: start in UTC, then id. A call that crosses the period's end is cut at the
/// exact second, and its other part belongs to the other period.
/// </summary>
internal sealed class UsageCounter(Tariff tariff, BillingPeriod period, HolidayRegion region, MonthUsage usage)
{
    private readonly BandCalendar _calendar = new(tariff.Bands, period, region);

    private readonly List<UsageRecord> _calls =
        [.. usage.Calls.DistinctBy(c => c.Call).OrderBy(c => c.StartedAt).ThenBy(c => c.Call.Value)];

    public IEnumerable<CountedUse> Of(Meter meter) => meter switch
    {
        Meter.Seconds => Seconds(),
        Meter.AnsweredCalls => Single(_calls.Where(c => c.TalkSeconds > 0).Select(c => (AnsweredAt(c), (CallId?)c.Call, (Guid?)null))),
        Meter.Messages => Single(_calls.Where(c => c.Outcome == CallOutcome.MessageLeft).Select(c => (LastSecond(c), (CallId?)c.Call, (Guid?)null))),
        Meter.Appointments => Single(BillableAppointments.Judge(usage.Appointments).Where(a => a.Charge == AppointmentCharge.Charged)
            .Select(a => (a.Appointment.BookedAt, (CallId?)a.Appointment.Call, (Guid?)a.Appointment.Id))),
        Meter.TextMessages => Single(usage.Texts.DistinctBy(t => t.Id).OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => (t.At, t.Call, (Guid?)t.Id))),
    };

    private IEnumerable<CountedUse> Seconds()
    {
        var spans = new List<(long From, long To)>();
        var parts = new List<BandPart>();
        foreach (var call in _calls)
        {
            spans.Clear();
            parts.Clear();
            BillableSpans(call, spans);
            foreach (var (from, to) in spans)
                _calendar.Split(from, to, parts);
            AddSupplement(spans, parts);
            foreach (var part in parts)
                yield return new CountedUse(part.Band, part.Seconds, call.Call, null);
        }
    }

    private void BillableSpans(UsageRecord call, List<(long From, long To)> spans)
    {
        foreach (var segment in call.Segments)
        {
            if (tariff.Seconds.Kinds.Contains(segment.Kind) && segment.End > segment.Start)
                spans.Add((segment.Start.ToUnixTimeSeconds(), segment.End.ToUnixTimeSeconds()));
        }

        if (call.WrapUp is not { } notes || !tariff.Seconds.Kinds.Contains(SegmentKind.WrapUp))
            return;
        var start = notes.Start.ToUnixTimeSeconds();
        var end = Math.Min(notes.End.ToUnixTimeSeconds(), start + tariff.Seconds.WrapUpCap);
        if (end > start)
            spans.Add((start, end));
    }

    // What minimum and increment add to the call's own seconds belongs to the band, and the month, of its last one.
    private void AddSupplement(List<(long From, long To)> spans, List<BandPart> parts)
    {
        if (spans.Count == 0)
            return;
        var exact = spans.Sum(s => s.To - s.From);
        var supplement = TalkTimeMeter.Charged(exact, tariff.Seconds.Increment, tariff.Seconds.Minimum) - exact;
        if (supplement == 0 || _calendar.BandAt(spans.Max(s => s.To) - 1) is not { } band)
            return;
        if (parts[^1].Band == band)
            parts[^1] = parts[^1] with { Seconds = parts[^1].Seconds + supplement };
        else
            parts.Add(new BandPart(band, supplement));
    }

    private IEnumerable<CountedUse> Single(IEnumerable<(Instant At, CallId? Call, Guid? Item)> happenings)
    {
        foreach (var (at, call, item) in happenings)
        {
            if (_calendar.BandAt(at.ToUnixTimeSeconds()) is { } band)
                yield return new CountedUse(band, 1, call, item);
        }
    }

    private static Instant LastSecond(UsageRecord call) => call.EndedAt - Duration.FromSeconds(1);

    private static Instant AnsweredAt(UsageRecord call) => call.Segments.First(s => s.Kind == SegmentKind.Talk).Start;
}

/// <summary>Units of one meter in one band.</summary>
internal readonly record struct CountedUse(int Band, long Quantity, CallId? Call, Guid? Item);
