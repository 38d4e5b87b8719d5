using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>A part of the screen that is drawn again when the state changes.</summary>
public abstract class DeskComponent : ComponentBase, IDisposable
{
    private readonly List<IDisposable> bindings = [];

    [Inject] internal Desk Desk { get; set; } = default!;
    [Inject] internal DeskActions Actions { get; set; } = default!;
    [Inject] internal Keys.KeyRing Keys { get; set; } = default!;

    internal ScreenState State => Desk.State;

    protected override void OnInitialized() => Desk.Changed += OnDeskChanged;

    /// <summary>Binds a key for as long as this part is on screen.</summary>
    internal void OnKey(string key, Func<Task> action) => bindings.Add(Keys.Bind(key, () => InvokeAsync(async () =>
    {
        await action();
        StateHasChanged();
    })));

    /// <summary>Draws this part again when that work changes.</summary>
    internal void Watch(CallWork work)
    {
        work.Changed += Redraw;
        bindings.Add(new Unwatch(() => work.Changed -= Redraw));
    }

    internal bool IsPending(DeskCommand command) => State.Pending.Contains(command);

    private void OnDeskChanged(ScreenState before)
    {
        if (Concerns(before))
            Redraw();
    }

    private void Redraw() => InvokeAsync(StateHasChanged);

    /// <summary>Whether the change since <paramref name="before"/> shows here.</summary>
    internal virtual bool Concerns(ScreenState before) => true;

    public void Dispose()
    {
        Desk.Changed -= OnDeskChanged;
        bindings.ForEach(b => b.Dispose());
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }

    private sealed class Unwatch(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
