using System.Globalization;
using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Booking;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office;

/// <summary>Why the billing refused something, in the language of the screen: its addresses say it in both.</summary>
internal static class BillingFault
{
    public static string Say(Fault fault)
    {
        var said = fault.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("faults", out var faults)
            ? faults.Deserialize<List<BillingFaultView>>(ConsoleApi.Json) ?? []
            : [];
        return said.Count == 0 ? fault.Say() : string.Join(' ', said.Select(In));
    }

    public static string In(BillingFaultView fault) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? fault.Fr : fault.En;
}
