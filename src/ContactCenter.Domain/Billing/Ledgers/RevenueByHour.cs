using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Billing.Ledgers;

/// <summary>
/// Which hour of the practice's day earned what: each use of a line at the line's price, seconds in the hours in which the agent worked on the call,
/// all else in the hour in which it happened. What no single use caused, such as a subscription, a discount or what rounding left, belongs to no
/// hour.
/// </summary>
public static class RevenueByHour
{
    /// <summary>Millionths of a euro by hour, 0 to 23; hours that earned nothing are left out.</summary>
    public static IReadOnlyDictionary<int, long> Of(Statement month, MonthUsage usage, DateTimeZone zone)
    {
        var calls = usage.Calls.DistinctBy(c => c.Call).ToDictionary(c => c.Call);
        var booked = usage.Appointments.DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.BookedAt);
        var texts = usage.Texts.DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => t.At);
        var hours = new SortedDictionary<int, long>();
        foreach (var line in month.Lines.Where(l => l.Price.MicroUnits != 0))
        {
            foreach (var use in line.Uses)
            {
                var earned = Rounding.HalfAwayFromZero((Int128)use.Quantity * line.Price.MicroUnits, line.Price.Per);
                if (use.Item is { } item && (booked.TryGetValue(item, out var at) || texts.TryGetValue(item, out at)))
                    Add(at, earned);
                else if (use.Call is { } id && calls.TryGetValue(id, out var call))
                    Spread(call, line.Unit, earned);
            }
        }

        return hours;

        void Add(Instant at, long earned)
        {
            var hour = at.InZone(zone).Hour;
            hours[hour] = hours.GetValueOrDefault(hour) + earned;
        }

        // As a difference of running shares, so that the hours of a call sum to what it earned.
        void Spread(UsageRecord call, BillingUnit unit, long earned)
        {
            var worked = unit == BillingUnit.Second ? WorkByHour.Of([call]).Select(w => (w.Hour, Seconds: w.Work.Handled)).ToList() : [];
            var (all, before) = (worked.Sum(w => w.Seconds), 0L);
            if (all == 0)
                Add(call.StartedAt, earned);
            foreach (var (hour, seconds) in worked)
            {
                Add(hour, Share(earned, before + seconds, all) - Share(earned, before, all));
                before += seconds;
            }
        }
    }

    private static long Share(long amount, long part, long whole) => whole == 0 ? 0 : Rounding.HalfAwayFromZero((Int128)amount * part, whole);
}
