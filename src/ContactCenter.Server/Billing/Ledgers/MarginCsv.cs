using System.Text;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Exports;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>
/// The margins of a month as a table: a row for each practice as a whole, one for what no hour earned, and one for each hour. Amounts in euros. What
/// the vendor charged in another currency stands in rows of its own.
/// </summary>
internal static class MarginCsv
{
    private static readonly string[] Columns = ["month", "practice", "hour", "currency", "revenue", "carrier", "agent_seconds", "agents", "margin"];

    public static byte[] Write(MarginReport report) => Encoding.UTF8.GetBytes(CsvTable.Write(
        Columns, [.. report.Practices.SelectMany(p => Rows(report.Month, p)), .. report.Foreign.Select(f => Foreign(report.Month, f))]));

    private static IEnumerable<IEnumerable<CsvCell>> Rows(string month, MarginView of)
    {
        yield return Row(month, of.Name, "all", of.RevenueCents, of.CarrierCents, of.HandledSeconds, of.AgentCents, of.MarginCents);
        yield return Row(month, of.Name, "none", of.FixedCents, 0, 0, 0, of.FixedCents);
        foreach (var hour in of.Hours)
            yield return Row(month, of.Name, $"{hour.Hour:00}", hour.RevenueCents, hour.CarrierCents, hour.HandledSeconds, hour.AgentCents, hour.MarginCents);
    }

    private static IEnumerable<CsvCell> Row(string month, string practice, string hour, long revenue, long carrier, long seconds, long agents, long margin) =>
    [
        CsvCell.Of(month), CsvCell.Of(practice), CsvCell.Of(hour), CsvCell.Of(Money.Currency), CsvCell.Of(new Money(revenue)), CsvCell.Of(new Money(carrier)),
        CsvCell.Of(seconds), CsvCell.Of(new Money(agents)), CsvCell.Of(new Money(margin)),
    ];

    private static IEnumerable<CsvCell> Foreign(string month, ForeignView of) =>
    [
        CsvCell.Of(month), CsvCell.Of(""), CsvCell.Of("all"), CsvCell.Of(of.Currency), CsvCell.Of(""), CsvCell.Of(new UnitPrice(of.MicroUnits, 1)),
        CsvCell.Of(""), CsvCell.Of(""), CsvCell.Of(""),
    ];
}
