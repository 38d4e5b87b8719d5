using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>Which call, and which practice, her work is about.</summary>
internal sealed record Focus(Guid? CallId, PracticeCard? Practice, CallerView? Caller)
{
    public static Focus None { get; } = new(null, null, null);

    public static Focus Of(ScreenState state) => state.View switch
    {
        { Call: { } call } => new Focus(call.CallId, call.Practice, call.Caller),
        { Offer: { } offer } => new Focus(null, offer.Practice, offer.Caller),
        _ => None,
    };

    public bool IsAbout(Focus other) => CallId == other.CallId && Practice?.PracticeId == other.Practice?.PracticeId;
}

/// <summary>What she does for one call beside talking; it begins anew with each call.</summary>
internal abstract class CallWork
{
    /// <summary>Made with the screen: it begins with the first call.</summary>
    protected CallWork(Desk desk) : this(desk, Focus.None)
    {
    }

    /// <summary>Made when it is first used, in the middle of a call: it begins anew with the next one, and not with the next view of this one.</summary>
    protected CallWork(Desk desk, Focus about)
    {
        (Desk, Focus) = (desk, about);
        desk.Changed += _ => Follow();
    }

    public event Action? Changed;

    protected Desk Desk { get; }

    protected Focus Focus { get; private set; } = Focus.None;

    /// <summary>Takes up the call that is in her hands now.</summary>
    public void Follow()
    {
        var focus = Focus.Of(Desk.State);
        var before = Focus;
        Focus = focus;
        if (!focus.IsAbout(before))
            _ = Begin(before);
    }

    protected abstract Task Begin(Focus before);

    protected void Tell() => Changed?.Invoke();
}
