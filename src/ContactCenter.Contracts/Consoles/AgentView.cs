namespace ContactCenter.Contracts.Consoles;

/// <summary>
/// All that one agent's screen shows beside the agenda: the server sends it whole at each change, but for colleagues who have not
/// changed, and the greatest <see cref="Revision"/> wins, so a lost or reordered push can never leave the screen wrong for long.
/// </summary>
public sealed record AgentView
{
    /// <summary>Grows with every view made for this agent, across servers and restarts.</summary>
    public required long Revision { get; init; }

    /// <summary>The server's clock when the view was made; the screen's timers count from it, not from the machine's clock.</summary>
    public required DateTimeOffset ServerTime { get; init; }

    public required PresenceView Presence { get; init; }

    /// <summary>The call that rings for this agent now, if any.</summary>
    public OfferView? Offer { get; init; }

    /// <summary>The call in her hands, from acceptance to the end of wrap-up, if any.</summary>
    public CallView? Call { get; init; }

    /// <summary>Her colleagues in no order, or null: as in the newest view that named them, whatever the order in which views arrive.</summary>
    public IReadOnlyList<TeamMemberView>? Team { get; init; }

    /// <summary>Where <see cref="Team"/> is null: those of them who are not as the console shows them any more, in no order; or null.</summary>
    public IReadOnlyList<TeamMemberView>? TeamChanges { get; init; }

    public required QueueView Queue { get; init; }
}

/// <summary>What an agent is doing. Same meaning as the domain's presence.</summary>
public enum Presence { Offline, Available, Offered, OnCall, WrapUp, Away }

/// <param name="AwayReason">One of <see cref="AwayReasons"/> when <see cref="Presence.Away"/>.</param>
/// <param name="PausedBecause">Why the server took her out of routing (an offer rang out), or null.</param>
public sealed record PresenceView(Presence Presence, string? AwayReason, DateTimeOffset Since, string? PausedBecause);

/// <summary>Reasons for being away; the screen translates them.</summary>
public static class AwayReasons
{
    public const string Break = "break";
    public const string Lunch = "lunch";
    public const string Training = "training";
    public const string Meeting = "meeting";
    public const string Technical = "technical";
    public static IReadOnlyList<string> All { get; } = [Break, Lunch, Training, Meeting, Technical];
}

/// <param name="PracticeName">For whom she has a call in hand, where whoever reads it answers for that practice too; else null.</param>
public sealed record TeamMemberView(Guid AgentId, string Name, string Initials, Presence Presence, string? AwayReason, DateTimeOffset Since, string? PracticeName);

/// <summary>Calls waiting in the practices this agent answers for.</summary>
public sealed record QueueView(int Waiting, DateTimeOffset? LongestSince, int AgentsAvailable);
