using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>Counts on from the server's figures between two views.</summary>
internal static class TalkTimer
{
    /// <summary>Talk time shown at <paramref name="now"/> (server's clock): it runs only while caller and agent are together.</summary>
    public static TimeSpan Talk(AgentView view, DateTimeOffset now)
    {
        if (view.Call is not { } call)
            return TimeSpan.Zero;
        var counted = TimeSpan.FromSeconds(call.TalkSeconds);
        return call.Phase == CallPhase.Talking ? counted + NotNegative(now - view.ServerTime) : counted;
    }

    /// <summary>How long the call has been in its phase.</summary>
    public static TimeSpan Phase(CallView call, DateTimeOffset now) => NotNegative(now - call.PhaseSince);

    /// <summary>Seconds left until <paramref name="end"/>, never below zero.</summary>
    public static TimeSpan Left(DateTimeOffset end, DateTimeOffset now) => NotNegative(end - now);

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
