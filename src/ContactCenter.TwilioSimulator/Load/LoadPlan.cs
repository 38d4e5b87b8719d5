namespace ContactCenter.TwilioSimulator.Load;

/// <summary>Many scripted callers: when they dial, how long they wait and talk. All of it is drawn by the seed.</summary>
public sealed record LoadPlan
{
    public int Seed { get; init; } = 1;

    /// <summary>How many callers dial in all.</summary>
    public int Calls { get; init; } = 20;

    /// <summary>Mean arrivals in a minute; the gaps between them are exponential, as with callers who do not know of each other.</summary>
    public double PerMinute { get; init; } = 12;

    /// <summary>The numbers that are dialled, one after the other.</summary>
    public IReadOnlyList<string> To { get; init; } = ["+33180000001"];

    /// <summary>How long a caller stays in conversation before hanging up.</summary>
    public Lengths Talk { get; init; } = new(TimeSpan.FromSeconds(90), 0.5, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15));

    /// <summary>How long a caller waits, from the end of the menu, before giving up.</summary>
    public Lengths Patience { get; init; } = new(TimeSpan.FromMinutes(4), 0.4, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(30));

    /// <summary>Words to wait for and the keys to press then, in order; what leads from the greeting to the queue.</summary>
    public IReadOnlyList<MenuChoice> Menu { get; init; } = [new("tapez 1", "1")];

    /// <summary>How long a caller waits for each of the menu's words.</summary>
    public TimeSpan MenuPatience { get; init; } = TimeSpan.FromSeconds(60);

    public ChaosOptions Chaos { get; init; } = new();

    /// <summary>
    /// The callers in the order in which they dial. The same plan gives the same callers, and more calls do not change the first ones.
    /// </summary>
    public IEnumerable<PlannedCall> Callers()
    {
        var at = TimeSpan.Zero;
        for (var index = 0; index < Calls; index++)
        {
            var chance = new Random(unchecked(Seed * 486_187_739 + index));
            at += TimeSpan.FromMinutes(-Math.Log(1 - chance.NextDouble()) / PerMinute);
            yield return new PlannedCall(index, at, Number(index), To[index % To.Count], Talk.Draw(chance), Patience.Draw(chance));
        }
    }

    // Numbers that are set aside for fiction in France; beyond ten thousand they begin again.
    private static string Number(int index) => $"+3363998{index % 10_000:0000}";
}

/// <summary>Words to wait for, in any case and without regard to accents, and the keys to press then.</summary>
public sealed record MenuChoice(string Hear, string Press);

/// <summary>One drawn caller.</summary>
/// <param name="At">When it dials, after the start.</param>
public sealed record PlannedCall(int Index, TimeSpan At, string From, string To, TimeSpan Talk, TimeSpan Patience);

/// <summary>A log-normal distribution of lengths of time, cut off at both ends.</summary>
/// <param name="Median">Half of the lengths are shorter.</param>
/// <param name="Spread">The standard deviation of the logarithm; 0 makes every length the median.</param>
public sealed record Lengths(TimeSpan Median, double Spread, TimeSpan Least, TimeSpan Most)
{
    /// <summary>Always the same length.</summary>
    public static Lengths Exactly(TimeSpan length) => new(length, 0, length, length);

    public TimeSpan Draw(Random chance)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        return TimeSpan.FromTicks(Math.Clamp((Median * Math.Exp(Spread * normal)).Ticks, Least.Ticks, Most.Ticks));
    }
}
