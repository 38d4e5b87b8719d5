namespace ContactCenter.AgentConsole.Screen;

/// <summary>Holds the screen's state; every change goes through <see cref="Apply"/> and is announced.</summary>
internal sealed class Desk(TimeProvider time)
{
    public ScreenState State { get; private set; } = ScreenState.Empty;

    /// <summary>Raised after each change, with the state before it.</summary>
    public event Action<ScreenState>? Changed;

    /// <summary>The server's clock, by what its last view told.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + State.ClockOffset;

    public TimeProvider Time => time;

    public void Apply(ScreenEvent happened)
    {
        var before = State;
        State = before.Reduce(happened);
        if (State != before)
            Changed?.Invoke(before);
    }
}
