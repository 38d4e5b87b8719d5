namespace ContactCenter.AgentConsole.Screen;

/// <summary>How this console stands with the server.</summary>
internal enum LinkState
{
    Connecting,
    Live,

    /// <summary>It was live and is being restored, without end.</summary>
    Lost,

    /// <summary>Another tab or machine leads; this one is quiet until asked.</summary>
    Superseded,

    /// <summary>The session ended: she must sign in again, on top of the screen she has.</summary>
    SignedOut,
}
