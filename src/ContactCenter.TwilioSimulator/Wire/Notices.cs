using System.Threading.Channels;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>
/// Delivers status callbacks beside the calls, in order per source when the network behaves. What chaos does to them is drawn by its seed. A lost
/// notice is lost for good: what it said can still be asked for over REST.
/// </summary>
internal sealed class Notices(WebhookSender sender, SimulatorOptions options)
{
    private readonly Lock _gate = new();
    private Fates _fates = new(options.Chaos);
    private readonly Dictionary<string, Channel<Notice>> _lanes = [];
    private List<(string Url, IReadOnlyDictionary<string, string> Form)> _withheld = [];
    private int _open;

    /// <summary>Notices on their way: whoever compares afterwards waits for zero.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>From now on the network does this to notices; the draws begin anew.</summary>
    public void Suffer(ChaosOptions chaos)
    {
        lock (_gate)
            _fates = new Fates(chaos);
    }

    public void Send(string source, string url, IReadOnlyDictionary<string, string> form)
    {
        if (url.Length == 0)
            return;
        lock (_gate)
        {
            var fate = _fates.Next(source);
            if (fate.Forged is { } forged)
                Later(url, Forge(form), forged, forge: true);
            if (fate.Withheld)
            {
                _withheld.Add((url, form));
                return;
            }
            for (var copy = 1; copy < fate.Copies; copy++)
                Later(url, form, fate.Again!.Value * copy, forge: false);
            if (fate.Overtaken is { } overtaken)
                Later(url, form, overtaken, forge: false);
            else if (!fate.Lost)
                Enqueue(source, new(url, form, fate.Delayed));
        }
    }

    /// <summary>Sends what was withheld until now, all at once; returns how many notices that were.</summary>
    public int Release()
    {
        lock (_gate)
        {
            var late = _withheld;
            _withheld = [];
            foreach (var (url, form) in late)
                Later(url, form, TimeSpan.Zero, forge: false);
            return late.Count;
        }
    }

    private Dictionary<string, string> Forge(IReadOnlyDictionary<string, string> form) =>
        form.ToDictionary(f => f.Key, f => f.Key == "Timestamp" ? WireTime.Text(options.Time.GetUtcNow().AddHours(-1)) : f.Value);

    private void Later(string url, IReadOnlyDictionary<string, string> form, TimeSpan delay, bool forge)
    {
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

    private void Enqueue(string source, Notice notice)
    {
        Interlocked.Increment(ref _open);
        if (!_lanes.TryGetValue(source, out var lane))
        {
            lane = _lanes[source] = Channel.CreateUnbounded<Notice>();
            _ = Task.Run(() => Deliver(lane.Reader));
        }
        lane.Writer.TryWrite(notice);
    }

    private async Task Deliver(ChannelReader<Notice> lane)
    {
        await foreach (var (url, form, delay) in lane.ReadAllAsync())
        {
            try
            {
                await Task.Delay(delay, options.Time);
                await sender.Send(url, form, CancellationToken.None);
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    private sealed record Notice(string Url, IReadOnlyDictionary<string, string> Form, TimeSpan Delay);
}
