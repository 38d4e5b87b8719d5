using System.Threading.Channels;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>
/// Delivers status callbacks beside the calls. In order per source when the network behaves; chaos repeats, swaps, loses and forges them, all by
/// one seed. A lost notice is lost for good: what it said can still be asked for over REST.
/// </summary>
internal sealed class Notices(WebhookSender sender, SimulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Random _chance = new(options.Chaos.Seed);
    private readonly Dictionary<string, Channel<(string Url, IReadOnlyDictionary<string, string> Form)>> _lanes = [];
    private int _open;

    /// <summary>Notices on their way: tests wait for zero.</summary>
    public int Open => Volatile.Read(ref _open);

    public void Send(string source, string url, IReadOnlyDictionary<string, string> form)
    {
        if (url.Length == 0)
            return;
        var chaos = options.Chaos;
        lock (_gate)
        {
            if (Hits(chaos.DropPercent))
                return;
            if (Hits(chaos.ForgePercent))
                Later(url, form.ToDictionary(f => f.Key, f => f.Key == "Timestamp" ? WireTime.Text(options.Time.GetUtcNow().AddHours(-1)) : f.Value), forge: true);
            if (Hits(chaos.DuplicatePercent))
                Later(url, form, forge: false);
            if (Hits(chaos.ReorderPercent))
                Later(url, form, forge: false);
            else
                Lane(source).Writer.TryWrite((url, form));
        }
    }

    private bool Hits(int percent) => percent > 0 && _chance.Next(100) < percent;

    private void Later(string url, IReadOnlyDictionary<string, string> form, bool forge)
    {
        var delay = TimeSpan.FromMilliseconds(_chance.NextDouble() * options.Chaos.MostDelay.TotalMilliseconds);
        Interlocked.Increment(ref _open);
        _ = Task.Run(async () =>
        {
            try
            {
                await Task.Delay(delay, options.Time);
                await sender.Send(url, form, CancellationToken.None, forge: forge);
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        });
    }

    private Channel<(string, IReadOnlyDictionary<string, string>)> Lane(string source)
    {
        Interlocked.Increment(ref _open);
        if (_lanes.TryGetValue(source, out var lane))
            return lane;
        lane = _lanes[source] = Channel.CreateUnbounded<(string Url, IReadOnlyDictionary<string, string> Form)>();
        _ = Task.Run(async () =>
        {
            await foreach (var (url, form) in lane.Reader.ReadAllAsync())
            {
                await sender.Send(url, form, CancellationToken.None);
                Interlocked.Decrement(ref _open);
            }
        });
        return lane;
    }
}
