using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Agreements;

/// <summary>What was refused of a form, so that each field says its own fault.</summary>
public sealed record FieldFaults(IReadOnlyList<BillingFaultView> All)
{
    public static FieldFaults None { get; } = new([]);

    internal static FieldFaults In(Fault? fault) =>
        fault?.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("faults", out var faults)
            ? new(faults.Deserialize<List<BillingFaultView>>(ConsoleApi.Json) ?? [])
            : None;

    /// <summary>Takes her to the first field that says a fault; nowhere when there is none.</summary>
    internal Task FocusFirst(BrowserDesk browser) => All is [{ Field: { } field }, ..] ? browser.Focus($"#{FieldId.Of(field)}") : Task.CompletedTask;

    /// <summary>Null when nothing is wrong there.</summary>
    public string? Of(string field) =>
        All.Where(f => f.Field == field).Select(BillingFault.In).ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;
}
