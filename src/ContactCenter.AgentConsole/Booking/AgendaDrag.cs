using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>An appointment that the mouse let go of over a column of the sheet.</summary>
/// <param name="Minute">Of the wall clock since midnight.</param>
internal sealed record AgendaDrop(Guid AppointmentId, int Column, int Minute);

/// <summary>The mouse on the agenda: the browser draws what follows it, and only where it was let go comes here.</summary>
internal sealed class AgendaDrag(IJSRuntime js) : IDisposable
{
    private readonly DotNetObjectReference<AgendaDragTarget> target = DotNetObjectReference.Create(new AgendaDragTarget());
    private IJSObjectReference? module;

    /// <param name="from">The minute at the upper edge of the columns.</param>
    public async Task Follow(ElementReference sheet, int from, Func<AgendaDrop, Task> dropped)
    {
        target.Value.Dropped = dropped;
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "./js/agenda.js");
        await module.InvokeVoidAsync("follow", sheet, from, target);
    }

    public void Leave() => target.Value.Dropped = null;

    public void Dispose() => target.Dispose();
}

/// <summary>What the browser calls.</summary>
internal sealed class AgendaDragTarget
{
    public Func<AgendaDrop, Task>? Dropped { get; set; }

    [JSInvokable]
    public Task OnDrop(Guid appointmentId, int column, int minute) => Dropped?.Invoke(new AgendaDrop(appointmentId, column, minute)) ?? Task.CompletedTask;
}
