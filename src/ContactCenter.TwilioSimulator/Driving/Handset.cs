using System.Globalization;

namespace ContactCenter.TwilioSimulator.Driving;

/// <summary>One call at a scripted telephone: what was heard so far, how far it came, and what to wait for.</summary>
internal sealed class Handset(TimeProvider time)
{
    private const CompareOptions Leniently = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly string[] Over = ["completed", "busy", "failed", "no-answer", "canceled"];
    private readonly Lock _gate = new();
    private readonly List<(string Kind, string Text)> _heard = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _read;

    public required IPhoneLine Line { get; init; }

    /// <summary>The call's sid; empty until the simulator gave it one.</summary>
    public string Sid { get; private set; } = "";

    /// <summary>How far the call came, in Twilio's word.</summary>
    public string State { get; private set; } = "queued";

    public bool IsOver => Over.Contains(State);

    /// <summary>Whether the party can speak with somebody now.</summary>
    public bool IsConnected { get; private set; }

    public string HeardSoFar
    {
        get
        {
            lock (_gate)
                return _heard.Count == 0 ? "nothing" : string.Join(" | ", _heard.TakeLast(8).Select(h => h.Kind == "say" ? $"“{h.Text}”" : h.Kind));
        }
    }

    /// <summary>True when words that were not waited for before are said in time. Case and accents do not matter.</summary>
    public Task<bool> Hears(string words, TimeSpan within, CancellationToken cancellationToken) =>
        Until(() => ReadTo(words), within, cancellationToken);

    public Task<bool> Connects(TimeSpan within, CancellationToken cancellationToken) => Until(() => IsConnected, within, cancellationToken);

    public Task<bool> Ends(TimeSpan within, CancellationToken cancellationToken) => Until(() => IsOver, within, cancellationToken);

    public void Changed(string sid, string state) => Change(() =>
    {
        (Sid, State) = (sid, state);
        IsConnected &= !IsOver;
    });

    public void Heard(string kind, string text) => Change(() =>
    {
        _heard.Add((kind, text));
        if (kind == "together")
            IsConnected = text.Length > 0;
    });

    /// <summary>No such number: the call never began.</summary>
    public void IsWrongNumber() => Change(() => State = "failed");

    private bool ReadTo(string words)
    {
        var at = _heard.FindIndex(_read, h => h.Kind == "say" && CultureInfo.InvariantCulture.CompareInfo.IndexOf(h.Text, words, Leniently) >= 0);
        if (at < 0)
            return false;
        _read = at + 1;
        return true;
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        changed.TrySetResult();
    }

    private async Task<bool> Until(Func<bool> condition, TimeSpan within, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(within, time, patience.Token);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (condition())
                    break;
                if (IsOver || late.IsCompleted)
                    return false;
                changed = _changed.Task;
            }
            await Task.WhenAny(changed, late);
            cancellationToken.ThrowIfCancellationRequested();
        }
        await patience.CancelAsync();
        return true;
    }
}
