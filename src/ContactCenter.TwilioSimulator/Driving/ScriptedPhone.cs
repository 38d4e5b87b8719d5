using System.Collections.Concurrent;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Driving;

/// <summary>A telephone in the hands of a test: it remembers what was heard and does what it is told.</summary>
public sealed class ScriptedPhone(Func<Leg, LegState?> onRing) : IDevice
{
    private readonly ConcurrentQueue<(string Kind, string Text)> _heard = new();

    public Leg? Leg { get; private set; }

    public IReadOnlyList<string> Said => [.. _heard.Where(h => h.Kind == "say").Select(h => h.Text)];

    public IReadOnlyList<(string Kind, string Text)> Heard => [.. _heard];

    /// <summary>Answers, refuses or lets it ring, as the function says; null lets it ring.</summary>
    public static ScriptedPhone That(Func<Leg, LegState?> onRing) => new(onRing);

    public static ScriptedPhone Answers() => new(_ => LegState.InProgress);

    public static ScriptedPhone Refuses() => new(_ => LegState.Busy);

    public static ScriptedPhone LetsItRing() => new(_ => null);

    public void Ring(Leg leg)
    {
        Leg = leg;
        if (onRing(leg) is { } decision)
            leg.Decision.TrySetResult(decision);
    }

    public void Hear(Leg leg, string kind, string text, string language)
    {
        Leg ??= leg;
        _heard.Enqueue((kind, text));
    }

    public void Changed(Leg leg) => Leg ??= leg;

    public void Press(string keys)
    {
        foreach (var key in keys)
            Leg!.Keys.Writer.TryWrite(key.ToString());
    }

    public void Speak(string words) => Leg!.Words.Writer.TryWrite(words);

    public void HangUp() => Leg!.HangUp(byParty: true);

    /// <summary>Waits until something containing <paramref name="text"/> was said; throws with all that was heard when it is not in time.</summary>
    public async Task Hears(string text, TimeSpan? within = null) =>
        await Until(() => _heard.Any(h => h.Text.Contains(text, StringComparison.OrdinalIgnoreCase)), $"hear \"{text}\"", within);

    public async Task IsTogether(TimeSpan? within = null) => await Until(() =>
        _heard.Any(h => h.Kind == "together" && h.Text.Length > 0), "be connected", within);

    public async Task IsOver(TimeSpan? within = null) => await Until(() => Leg is { IsOver: true }, "be hung up", within);

    private async Task Until(Func<bool> condition, string what, TimeSpan? within)
    {
        var end = DateTime.UtcNow + (within ?? TimeSpan.FromSeconds(30));
        while (!condition())
        {
            if (DateTime.UtcNow > end)
                throw new TimeoutException($"The phone did not {what}. Leg {Leg?.Word ?? "none"}; heard: {string.Join(" | ", _heard.Select(h => $"{h.Kind}:{h.Text}"))}");
            await Task.Delay(20);
        }
    }
}
