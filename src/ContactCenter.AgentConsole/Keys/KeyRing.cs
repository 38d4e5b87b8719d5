namespace ContactCenter.AgentConsole.Keys;

/// <summary>
/// The keys that mean something now. A component binds its keys while it is on screen; of two that bind the same key the
/// later one, which lies on top, gets it.
/// </summary>
internal sealed class KeyRing
{
    private readonly List<Binding> bindings = [];

    /// <summary>Raised when other keys are bound than before.</summary>
    public event Action? Changed;

    public IReadOnlyCollection<string> Bound => bindings.Select(b => b.Key).ToHashSet();

    public IDisposable Bind(string key, Func<Task> action)
    {
        var binding = new Binding(this, key, action);
        bindings.Add(binding);
        Changed?.Invoke();
        return binding;
    }

    public Task Press(string key) => bindings.FindLast(b => b.Key == key)?.Action() ?? Task.CompletedTask;

    private sealed record Binding(KeyRing Ring, string Key, Func<Task> Action) : IDisposable
    {
        public void Dispose()
        {
            if (Ring.bindings.RemoveAll(b => ReferenceEquals(b, this)) > 0)
                Ring.Changed?.Invoke();
        }
    }
}
