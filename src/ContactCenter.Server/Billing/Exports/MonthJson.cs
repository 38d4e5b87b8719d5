using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Rows;

namespace ContactCenter.Server.Billing.Exports;

/// <summary>A month for other programs: what was charged with the calls behind each line, and the documents as they were issued.</summary>
internal static class MonthJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(string practice, SettledMonth settled, IReadOnlyList<Invoice> documents)
    {
        var charged = settled.ReadCharged().Lines.Select((l, i) => new ChargedLine(
            i + 1, l.Key, l.Label.Fr, l.Quantity, l.UnitCode, l.Net.MinorUnits,
            [.. l.Uses.Select(u => new ChargedUse(u.Call?.Value, u.Item, u.Quantity))]));
        var month = new Month(
            practice, settled.Month, settled.ClosedAt.ToDateTimeOffset(), [.. charged], [.. documents.Select(d => BillingViews.Of(d, []))]);
        return JsonSerializer.Serialize(month, Json) + "\n";
    }

    private sealed record Month(
        string Practice, string Name, DateTimeOffset ClosedAt, IReadOnlyList<ChargedLine> Charged, IReadOnlyList<InvoiceView> Documents);

    private sealed record ChargedLine(
        int Number, string Key, string Label, long Quantity, string UnitCode, long NetCents, IReadOnlyList<ChargedUse> Uses);

    private sealed record ChargedUse(Guid? CallId, Guid? ItemId, long Quantity);
}
