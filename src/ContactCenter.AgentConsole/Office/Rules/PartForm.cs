using ContactCenter.AgentConsole.Booking;
using ContactCenter.AgentConsole.Office.Agreements;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Booking;
using Microsoft.AspNetCore.Components;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>A form of one part of the rules: it changes the text, or its fields say what would be wrong and the text stays.</summary>
public abstract class PartForm : ComponentBase
{
    [CascadingParameter] private protected RulesDesk Desk { get; set; } = default!;

    [Inject] private protected BrowserDesk Browser { get; set; } = default!;

    [Parameter] public EventCallback OnClose { get; set; }

    private protected string FormId { get; } = $"part-{Guid.NewGuid():N}";

    private protected FieldFaults Faults { get; private set; } = FieldFaults.None;

    /// <summary>What is wrong with none of the fields, or why nothing came of it.</summary>
    private protected IReadOnlyList<string> Said { get; private set; } = [];

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? Browser.Focus($"#{FormId} input, #{FormId} select, #{FormId} textarea") : Task.CompletedTask;

    /// <param name="prefix">Where the part stands: <c>closures[2]</c>; empty for the text itself.</param>
    /// <param name="fields">The fields that say their own faults, below the prefix; an empty one is the part itself.</param>
    private protected async Task Apply(RuleEdit edit, string prefix, params IReadOnlyCollection<string> fields)
    {
        var (isDone, faults) = await Desk.Edit(edit);
        if (isDone)
        {
            await OnClose.InvokeAsync();
            return;
        }

        var form = Desk.Checked?.Form;
        var placed = faults.Where(f => !IsSaidOtherwise(f, faults)).Select(f => (Fault: f, Field: fields.FirstOrDefault(name => IsAt(f.Field, At(prefix, name))))).ToList();
        Faults = new FieldFaults([.. placed.Where(p => p.Field is not null)
            .Select(p => (p.Fault.Code, Words: RuleFaultText.Of(p.Fault, form), Field: At(prefix, p.Field!)))
            .Select(p => new BillingFaultView(p.Code, p.Words, p.Words, p.Field))]);
        Said = RuleFaultText.Elsewhere(placed.Where(p => p.Field is null).Select(p => p.Fault), form);
        if (faults.Count == 0 && Desk.Fault is { } fault)
            Said = [fault.Say()];
        await Faults.FocusFirst(Browser);
    }

    /// <summary>Says of a field what no text could: a name that other rules go by is not a value in it.</summary>
    private protected Task Refuse(string field, string said)
    {
        (Faults, Said) = (new FieldFaults([new BillingFaultView(RuleFault.Empty, said, said, field)]), []);
        return Faults.FocusFirst(Browser);
    }

    private static string At(string prefix, string field) => prefix.Length == 0 || field.Length == 0 ? prefix + field : $"{prefix}.{field}";

    /// <summary>Where something more telling is said of the same field, that it is empty need not be said.</summary>
    private static bool IsSaidOtherwise(RuleFault fault, IReadOnlyList<RuleFault> faults) =>
        fault.Code == RuleFault.Empty && faults.Any(f => f.Field == fault.Field && f.Code != RuleFault.Empty);

    private static bool IsAt(string? at, string field) =>
        at is not null
        && (at == field || at.StartsWith($"{field}[", StringComparison.Ordinal) || at.StartsWith($"{field}.", StringComparison.Ordinal));
}
