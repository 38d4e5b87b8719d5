namespace ContactCenter.AgentConsole.Screen;

/// <summary>What the softphone in this tab does.</summary>
internal sealed record PhoneState
{
    public PhonePhase Phase { get; init; } = PhonePhase.Off;
    public LinePhase Line { get; init; } = LinePhase.Idle;

    /// <summary>Names the leg the softphone tried last, by <see cref="LegKey"/>.</summary>
    public string? TriedLeg { get; init; }

    /// <summary>The server's label of the leg it holds, or null.</summary>
    public string? Label { get; init; }

    public bool Muted { get; init; }

    /// <summary>The last words heard, where the softphone writes them out.</summary>
    public string? Caption { get; init; }

    public PhoneTrouble? Trouble { get; init; }

    public MicrophoneMeter Meter { get; init; }

    public bool IsRegistered => Phase == PhonePhase.Registered;
}

internal enum PhonePhase { Off, Starting, Registered, Unregistered }

/// <summary>Whether the microphone is being tried, and what came of it so far.</summary>
internal enum MicrophoneMeter { Closed, Listening, Heard, Silent }

internal enum LinePhase { Idle, Joining, Live, Reconnecting }

internal enum PhoneTrouble
{
    MicrophoneRefused,
    MicrophoneMissing,
    MicrophoneBusy,

    /// <summary>It is there and allowed, and nothing comes from it.</summary>
    MicrophoneSilent,

    /// <summary>The softphone's script could not be loaded.</summary>
    ScriptMissing,
    NotRegistered,
    JoinFailed,

    /// <summary>The browser plays no sound before a click.</summary>
    NeedsClick,
}
