using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Booking;
using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>
/// A list of parts, of which one at a time has its form open, with a button to add one. Whoever closes a form stands at that button again, not at the
/// top of the page.
/// </summary>
public abstract class PartList : ComponentBase
{
    private protected const int New = -1;
    private bool closed;

    [CascadingParameter] private protected RulesDesk Desk { get; set; } = default!;

    [Inject] private protected BrowserDesk Browser { get; set; } = default!;

    private protected string AddId { get; } = $"add-{Guid.NewGuid():N}";

    /// <summary>Whose form is open, by its place in the list; <see cref="New"/>: one to be added; null: none.</summary>
    private protected int? Editing { get; set; }

    /// <summary>Why the last change came to nothing.</summary>
    private protected string? Said { get; private set; }

    private protected void Close()
    {
        Editing = null;
        closed = true;
    }

    /// <summary>Changes a part without a form, such as taking it out.</summary>
    private protected async Task Edit(RuleEdit edit)
    {
        Editing = null;
        var (_, faults) = await Desk.Edit(edit);
        Said = faults.Count == 0 ? null : string.Join(' ', faults.Select(f => $"{f.Sentence} {f.Remedy}"));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!closed)
            return;
        closed = false;
        await Browser.Focus($"#{AddId}");
    }
}
