using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Booking;
using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>
/// A list of parts, of which one at a time has its form open, with a button to add one. Whoever closes a form stands again at the button that opened
/// it, and whoever takes a part out at the one that adds, not at the top of the page.
/// </summary>
public abstract class PartList : ComponentBase
{
    private protected const int New = -1;
    private string? back;

    [CascadingParameter] private protected RulesDesk Desk { get; set; } = default!;

    [Inject] private protected BrowserDesk Browser { get; set; } = default!;

    private protected string AddId { get; } = $"add-{Guid.NewGuid():N}";

    /// <summary>Whose form is open, by its place in the list; <see cref="New"/>: one to be added; null: none.</summary>
    private protected int? Editing { get; set; }

    /// <summary>Why the last change came to nothing.</summary>
    private protected IReadOnlyList<string> Said { get; private set; } = [];

    /// <summary>The button that opens a part's form.</summary>
    private protected virtual string ChangeId(int index) => $"{AddId}-{index}";

    private protected void Close()
    {
        back = Editing is { } index and not New ? ChangeId(index) : AddId;
        Editing = null;
    }

    /// <summary>Changes a part without a form.</summary>
    private protected async Task Edit(RuleEdit edit)
    {
        Editing = null;
        var (_, faults) = await Desk.Edit(edit);
        Said = RuleFaultText.Elsewhere(faults, Desk.Checked?.Form);
    }

    private protected async Task TakeOut(RuleEdit edit)
    {
        Editing = null;
        var (_, faults) = await Desk.Edit(edit);
        Said = RuleFaultText.NotTakenOut(faults, Desk.Checked?.Form);
        if (Said.Count == 0 && Desk.Fault is null)
            back = AddId;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (back is not { } id)
            return;
        back = null;
        await Browser.Focus($"#{id}");
    }
}
