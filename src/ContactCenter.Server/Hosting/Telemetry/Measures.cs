using System.Diagnostics.Metrics;

namespace ContactCenter.Server.Hosting.Telemetry;

/// <summary>
/// What is counted and timed. Every label is a word from a short list of ours: no id, no number, no name, no text of anybody ever stands in one.
/// </summary>
internal static class Measures
{
    public const string MeterName = "ContactCenter";

    private static readonly Meter Meter = new(MeterName);

    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] };

    private static readonly Counter<long> Webhooks = Meter.CreateCounter<long>(
        "contactcenter.webhooks", "{request}", "Requests of the telephone network");
    private static readonly Counter<long> CallEvents = Meter.CreateCounter<long>(
        "contactcenter.call.events", "{event}", "Events taken in, and whether they were new");
    private static readonly Counter<long> Effects = Meter.CreateCounter<long>(
        "contactcenter.effects", "{attempt}", "Attempts to carry out what the outbox holds");
    private static readonly Histogram<double> EffectSeconds = Meter.CreateHistogram(
        "contactcenter.effect.duration", "s", "One attempt", null, Seconds);
    private static readonly Counter<long> Offers = Meter.CreateCounter<long>(
        "contactcenter.offers", "{offer}", "Offers made and what became of them");
    private static readonly Histogram<double> DeliverySeconds = Meter.CreateHistogram(
        "contactcenter.offer.delivery", "s", "From the offer until a console shows it", null, Seconds);
    private static readonly Counter<long> Bookings = Meter.CreateCounter<long>("contactcenter.bookings", "{request}", "Changes asked of calendars");
    private static readonly Counter<long> Pushes = Meter.CreateCounter<long>("contactcenter.console.pushes", "{view}", "Views pushed to consoles");
    private static readonly Counter<long> Hints = Meter.CreateCounter<long>("contactcenter.hints", "{hint}", "Hints between servers");
    private static readonly UpDownCounter<long> WriterQueue = Meter.CreateUpDownCounter<long>(
        "contactcenter.store.queue", "{unit}", "Units of work that wait for the writer or run");
    private static readonly Histogram<int> GroupSize = Meter.CreateHistogram(
        "contactcenter.store.group.size", "{unit}", "Units committed together", null, Sizes);
    private static readonly Histogram<double> CommitSeconds = Meter.CreateHistogram(
        "contactcenter.store.commit.duration", "s", "One commit", null, Seconds);
    private static readonly Counter<long> Reruns = Meter.CreateCounter<long>(
        "contactcenter.store.reruns", "{unit}", "Units run again after a conflict");

    public static void Webhook(string kind, string outcome) =>
        Webhooks.Add(1, new("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    public static void CallEvent(string kind, string decision) =>
        CallEvents.Add(1, new("kind", kind), new KeyValuePair<string, object?>("decision", decision));

    public static void Effect(string kind, string outcome, TimeSpan took)
    {
        Effects.Add(1, new("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));
        EffectSeconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
    }

    public static void Offer(string outcome) => Offers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void OfferShown(double afterSeconds) => DeliverySeconds.Record(afterSeconds);

    public static void Booking(string verb, string outcome) =>
        Bookings.Add(1, new("verb", verb), new KeyValuePair<string, object?>("outcome", outcome));

    public static void Push(string outcome) => Pushes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void Hint(string direction) => Hints.Add(1, new KeyValuePair<string, object?>("direction", direction));

    public static void UnitQueued() => WriterQueue.Add(1);

    public static void UnitsDone(int units) => WriterQueue.Add(-units);

    public static void Committed(int units, TimeSpan took)
    {
        GroupSize.Record(units);
        CommitSeconds.Record(took.TotalSeconds);
    }

    public static void RunAgain() => Reruns.Add(1);
}
