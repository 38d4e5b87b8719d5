using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;
using NodaTime.Text;
using static ContactCenter.Domain.Scripts.ScriptCode;

namespace ContactCenter.Domain.Billing.Agreements;

/// <summary>A contract as a file.</summary>
public static class ContractScript
{
    public static readonly ScriptCode NotAMonth = Error("CON004", "'{0}' is no month: '{1}'.", "Write it as 2026-11.");
    public static readonly ScriptCode NotAPercentage = Error(
        "CON024", "'{0}' is no percentage: '{1}'.", "Write it with a point and at most two decimals: \"12.5\".");
    private const string NoService = "none";

    /// <summary>The draft, or all that is wrong with the form of the file.</summary>
    /// <param name="practice">Whose zone and region hold where the file names none.</param>
    public static Compiled<ContractDraft> Read(ScriptMapping script, Practice practice)
    {
        var bag = new DiagnosticBag();
        return bag.Close(Draft(new Fields(script, bag), practice));
    }

    /// <summary>Where in the file a fault lies; where the key is not written, the place that lacks it.</summary>
    public static ScriptDiagnostic At(ScriptMapping script, ContractFault fault) =>
        new(fault.Fault.Code, DiagnosticSeverity.Error, SpanOf(script, fault.Field), fault.Fault.En, "Nothing was saved.");

    private static ContractDraft? Draft(Fields fields, Practice practice)
    {
        var buyer = fields.Map("buyer") is { } map ? Buyer(map) : null;
        var zone = fields.OptionalText("time_zone") ?? practice.TimeZone;
        var region = fields.OptionalChoice<HolidayRegion>("region") ?? practice.Region;
        var (first, last) = (fields.Date("first"), fields.OptionalDate("last"));
        var days = fields.OptionalInt("days_to_pay", 0, 60) ?? 30;
        var terms = fields.Maps("tariffs").Select(Term).ToList();
        var discounts = fields.OptionalMaps("discounts").Select(Discount).ToList();
        var credits = fields.OptionalMaps("credits").Select(Credit).ToList();
        fields.Done();
        return buyer is null || first is null || fields.Bag.HasErrors ? null
            : new ContractDraft(buyer, zone, region, first.Value, last, days, [.. terms.OfType<DraftTerm>()])
            {
                Discounts = [.. discounts.OfType<Discount>()], Credits = [.. credits.OfType<ContractCredit>()],
            };
    }

    private static InvoiceParty? Buyer(Fields map)
    {
        // A missing SIREN is the contract's own fault, with its own sentence.
        var siren = map.OptionalText("siren") ?? "";
        var (name, siret, vat) = (map.Text("name"), map.OptionalText("siret"), map.OptionalText("vat_number"));
        var (line, post, city) = (map.Text("address"), map.Text("post_code"), map.Text("city"));
        var country = map.OptionalText("country") ?? "FR";
        var electronic = map.OptionalText("electronic_address") ?? siren;
        map.Done();
        return name is null || line is null || post is null || city is null
            ? null
            : new InvoiceParty(name, siren, siret, vat, new PostalAddress(line, post, city, country), electronic);
    }

    private static DraftTerm? Term(Fields map)
    {
        var (from, tariff) = (map.Date("from"), map.Text("tariff"));
        map.Done();
        return from is null || tariff is null ? null : new DraftTerm(from.Value, tariff == NoService ? null : tariff);
    }

    private static Discount? Discount(Fields map)
    {
        var (label, percent) = (TariffFields.Label(map, "label"), map.Text("percent"));
        var (first, last) = (Month(map, "first"), Month(map, "last"));
        map.Done();
        var points = percent is not null && decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share <= 1_000m && decimal.Round(share, 2) == share ? (int)(share * 100m) : (int?)null;
        if (percent is not null && points is null)
            map.Report(NotAPercentage, "percent", "percent", percent);
        return label is null || points is null || first is null || last is null ? null : new Discount(label, points.Value, first.Value, last.Value);
    }

    private static ContractCredit? Credit(Fields map)
    {
        var kind = map.Choice<CreditKind>("kind");
        var (reason, amount, month) = (TariffFields.Label(map, "reason"), TariffFields.Amount(map, "amount"), Month(map, "month"));
        map.Done();
        return kind is null || reason is null || amount is null || month is null ? null
            : new ContractCredit(kind.Value, reason, amount.Value, month.Value);
    }

    private static YearMonth? Month(Fields map, string key)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (YearMonthPattern.Iso.Parse(text) is { Success: true } parsed)
            return parsed.Value;
        map.Report(NotAMonth, key, key, text);
        return null;
    }

    private static SourceSpan SpanOf(ScriptMapping script, string field)
    {
        ScriptNode at = script;
        foreach (var step in field.Split('.'))
        {
            var (key, index) = step.Split('[') is [var name, var rest] ? (name, int.Parse(rest[..^1], CultureInfo.InvariantCulture)) : (step, -1);
            if ((at as ScriptMapping)?.Find(key) is not { } found)
                break;
            at = index >= 0 && found is ScriptSequence list && index < list.Items.Count ? list.Items[index] : found;
        }

        return at.Span;
    }
}
