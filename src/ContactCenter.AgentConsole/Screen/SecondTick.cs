namespace ContactCenter.AgentConsole.Screen;

/// <summary>One clock beat a second for all timers on screen; it runs only while somebody looks.</summary>
internal sealed class SecondTick(TimeProvider time)
{
    private Action? passed;
    private ITimer? timer;

    public event Action Passed
    {
        add
        {
            passed += value;
            timer ??= time.CreateTimer(_ => passed?.Invoke(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        }
        remove
        {
            passed -= value;
            if (passed is null)
            {
                timer?.Dispose();
                timer = null;
            }
        }
    }
}
