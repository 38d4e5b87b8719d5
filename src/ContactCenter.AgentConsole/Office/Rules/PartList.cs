using ContactCenter.AgentConsole.Screen;
using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>A list of parts with a button to add one. Whoever closes a form stands at that button again, not at the top of the page.</summary>
public abstract class PartList : ComponentBase
{
    private bool closed;

    [Inject] private protected BrowserDesk Browser { get; set; } = default!;

    private protected string AddId { get; } = $"add-{Guid.NewGuid():N}";

    private protected virtual void Close() => closed = true;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!closed)
            return;
        closed = false;
        await Browser.Focus($"#{AddId}");
    }
}
