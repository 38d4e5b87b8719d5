using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>The slot that the server keeps for this call: its end moves with the heartbeat, and its loss is noticed at once.</summary>
internal sealed class SlotKeeper
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    private readonly Desk desk;
    private readonly ConsoleApi api;
    private bool shown;
    private Guid? call;

    public SlotKeeper(Desk desk, ConsoleApi api)
    {
        (this.desk, this.api) = (desk, api);
        desk.Changed += _ => Follow();
    }

    public HeldSlot? Held { get; private set; }

    /// <summary>Its end has moved.</summary>
    public event Action? Extended;

    /// <summary>It ran out, or somebody of the practice let go of it.</summary>
    public event Action? Lost;

    public Task<Answer<HeldSlot>> Ask(string root, HoldSlot slot) => api.Post<HeldSlot>($"{root}/holds", slot, Guid.NewGuid());

    public void Keep(HeldSlot? held)
    {
        (Held, shown, call) = (held, false, desk.State.View?.Call?.CallId);
        if (held is not null)
            _ = WatchEnd(held);
    }

    public void LetGo(string root)
    {
        if (Held is { } held)
            _ = api.Delete<object>($"{root}/holds/{held.HoldId}", Guid.NewGuid());
        Keep(null);
    }

    /// <summary>A view may be older than the hold: only one that has shown it can show that it is gone.</summary>
    private void Follow()
    {
        if (Held is not { } held || desk.State.View?.Call is not { } now || now.CallId != call)
            return;
        if (now.SlotHold is { } kept && kept.HoldId == held.HoldId)
        {
            shown = true;
            if (kept.ExpiresAt == held.ExpiresAt)
                return;
            Held = held with { ExpiresAt = kept.ExpiresAt };
            _ = WatchEnd(Held);
            Extended?.Invoke();
        }
        else if (shown)
        {
            Lose();
        }
    }

    /// <summary>While the link is down, nobody else says that it ran out.</summary>
    private async Task WatchEnd(HeldSlot held)
    {
        var left = held.ExpiresAt - desk.Now;
        await Task.Delay(left > Shortest ? left : Shortest, desk.Time);
        if (Held == held)
            Lose();
    }

    private void Lose()
    {
        Keep(null);
        Lost?.Invoke();
    }
}
