using System.Globalization;
using System.Xml.Linq;

namespace ContactCenter.Domain.Tests.Billing.Invoices;

/// <summary>
/// Ways in which a written invoice can go wrong, each in both syntaxes. The first two pass the official schematron.
/// </summary>
internal static class InvoiceMutations
{
    private static readonly Dictionary<string, Func<XDocument, Random, bool>> All = new()
    {
        ["VAT off by 0.50, all totals with it"] = (d, _) => VatMoved(d, 0.50m),
        ["quantity tenfold"] = (d, c) => Quantity(d, c, q => q * 10),
        ["quantity one more"] = (d, c) => Quantity(d, c, q => q + 1, least: 1m),
        ["VAT one cent more, all totals with it"] = (d, _) => VatMoved(d, 0.01m),
        ["line net one cent more"] = (d, c) => Amount(d, c, 0.01m, InLine("LineTotalAmount", "LineExtensionAmount")),
        ["basis one cent more"] = (d, c) => Amount(d, c, 0.01m, Named("BasisAmount", "TaxableAmount")),
        ["VAT amount off"] = (d, c) => Amount(d, c, 0.50m, Named("CalculatedAmount")) || Amount(d, c, 0.50m, e => e.Name.LocalName == "TaxAmount" && e.Parent!.Name.LocalName == "TaxSubtotal"),
        ["VAT total off"] = (d, c) => Amount(d, c, -0.01m, Named("TaxTotalAmount")) || Amount(d, c, -0.01m, e => e.Name.LocalName == "TaxAmount" && e.Parent!.Name.LocalName == "TaxTotal"),
        ["net total off"] = (d, c) => Amount(d, c, 1m, Named("TaxBasisTotalAmount", "TaxExclusiveAmount")),
        ["gross total off"] = (d, c) => Amount(d, c, 0.01m, Named("GrandTotalAmount", "TaxInclusiveAmount")),
        ["due off"] = (d, c) => Amount(d, c, 0.01m, Named("DuePayableAmount", "PayableAmount")),
        ["three decimals"] = (d, c) => Edit(d, c, v => v + "5", Named("GrandTotalAmount", "TaxInclusiveAmount", "LineTotalAmount", "LineExtensionAmount")),
        ["price of seven decimals"] = (d, c) => Edit(d, c, _ => "0.1234567", Named("ChargeAmount", "PriceAmount")),
        ["negative price"] = (d, c) => Edit(d, c, v => "-" + v, e => Named("ChargeAmount", "PriceAmount")(e) && e.Value != "0.00"),
        ["comma in an amount"] = (d, c) => Edit(d, c, v => v.Replace('.', ','), Named("DuePayableAmount", "PayableAmount")),
        ["unit unknown"] = (d, c) => Attribute(d, c, "unitCode", "HUR"),
        ["rate of 19 %"] = (d, c) => Edit(d, c, _ => "19.00", Named("RateApplicablePercent", "Percent")),
        ["rate everywhere 19 %"] = (d, _) => Everywhere(d, v => v == "20.00" ? "19.00" : v, Named("RateApplicablePercent", "Percent")),
        ["category unknown"] = (d, c) => Edit(d, c, _ => "AE", e => e.Name.LocalName == "CategoryCode" || (e.Name.LocalName == "ID" && e.Parent!.Name.LocalName is "TaxCategory" or "ClassifiedTaxCategory")),
        ["line dropped"] = (d, c) => Remove(d, c, e => IsLine(e) && Net(e) != 0),
        ["line twice"] = (d, c) => Twice(d, c, IsLine),
        ["VAT category dropped"] = (d, c) => Remove(d, c, e => e.Name.LocalName == "TaxSubtotal" || (e.Name.LocalName == "ApplicableTradeTax" && e.Parent!.Name.LocalName.Contains("Header", StringComparison.Ordinal))),
        ["note dropped"] = (d, c) => Remove(d, c, Named("IncludedNote", "Note")),
        ["number with a space"] = (d, c) => Edit(d, c, v => v.Insert(2, " "), IsNumber),
        ["number missing"] = (d, c) => Remove(d, c, IsNumber),
        ["number too long"] = (d, c) => Edit(d, c, v => v.PadRight(36, '0'), IsNumber),
        ["type unknown"] = (d, c) => Edit(d, c, _ => "326", e => Named("TypeCode", "InvoiceTypeCode", "CreditNoteTypeCode")(e) && e.Value == "380"),
        ["credit note without reference"] = (d, c) => Edit(d, c, _ => "381", e => Named("TypeCode", "InvoiceTypeCode")(e) && e.Value == "380"),
        ["process missing"] = (d, c) => Remove(d, c, Named("BusinessProcessSpecifiedDocumentContextParameter", "ProfileID")),
        ["process turned"] = (d, c) => Edit(d, c, v => v == "S1" ? "S2" : "S1", e => e.Value is "S1" or "S2" && !e.HasElements && Gross(e.Document!) != 0),
        ["due before issue"] = (d, c) => Edit(d, c, v => v.Contains('-', StringComparison.Ordinal) ? "2026-01-01" : "20260101", e => e.Name.LocalName is "DueDate" || e.Parent?.Name.LocalName == "DueDateDateTime"),
        ["no day of issue"] = (d, c) => Remove(d, c, Named("IssueDateTime", "IssueDate")),
        ["day that does not exist"] = (d, c) => Edit(d, c, v => v.Contains('-', StringComparison.Ordinal) ? "2026-02-30" : "20260230", e => e.Name.LocalName is "ActualDeliveryDate" || e.Parent?.Name.LocalName == "OccurrenceDateTime"),
        ["SIREN of eight digits"] = (d, c) => Edit(d, c, v => v[1..], IsSiren),
        ["SIREN with a wrong digit"] = (d, c) => Edit(d, c, v => v[..8] + (char)('0' + ((v[8] - '0' + 1) % 10)), IsSiren),
        ["SIREN missing"] = (d, c) => Remove(d, c, IsSiren),
        ["SIRET of another"] = (d, c) => Edit(d, c, _ => "55210055400013", e => e.Attribute("schemeID")?.Value == "0009"),
        ["address of another"] = (d, c) => Edit(d, c, v => "9" + v, e => e.Attribute("schemeID")?.Value == "0225"),
        ["address scheme"] = (d, c) => Attribute(d, c, "schemeID", "0088"),
        ["VAT number of another"] = (d, c) => Edit(d, c, v => "FR12" + v[4..], e => e.Value.StartsWith("FR44", StringComparison.Ordinal) && !e.HasElements),
        ["IBAN with a wrong digit"] = (d, c) => Edit(d, c, v => v[..^1] + "0", e => e.Value == "FR7630006000011234567890189" && !e.HasElements),
        ["currency"] = (d, c) => Edit(d, c, _ => "USD", Named("InvoiceCurrencyCode", "DocumentCurrencyCode")),
        ["seller without name"] = (d, c) => Edit(d, c, _ => "", e => e.Value == Invoiced.Seller.Name && !e.HasElements),
        ["country missing"] = (d, c) => Remove(d, c, Named("CountryID", "Country")),
        ["guideline"] = (d, c) => Edit(d, c, v => v + "x", e => e.Value == "urn:cen.eu:en16931:2017" && !e.HasElements),
        ["line without name"] = (d, c) => Edit(d, c, _ => " ", e => e.Name.LocalName == "Name" && e.Parent!.Name.LocalName is "SpecifiedTradeProduct" or "Item"),
    };

    /// <summary>What no sum shows: an element twice, gone, elsewhere, unknown, or of another namespace.</summary>
    public static readonly IReadOnlyDictionary<string, Func<XDocument, Random, bool>> OfStructure = new Dictionary<string, Func<XDocument, Random, bool>>
    {
        ["element twice"] = (d, c) => Twice(d, c, e => e.Parent is not null && !MayRepeat.Contains(e.Name.LocalName)),
        ["element gone"] = (d, c) => Remove(d, c, IsDemanded),
        ["elements changed about"] = (d, c) => ChangedAbout(d, c),
        ["element unknown"] = (d, c) => Appended(d, c, e => new XElement(e.Name.Namespace + "Unknown", "1")),
        ["element within a text"] = (d, c) => Appended(d, c, e => new XElement(e.Name.Namespace + "ID", "1"), e => !e.HasElements),
        ["namespace of another"] = (d, c) => Renamed(d, c),
    };

    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>The invoice gone wrong, or null when it has nothing for this mutation to change.</summary>
    public static string? Apply(string name, string xml, Random chance)
    {
        var document = XDocument.Parse(xml);
        return All[name](document, chance) ? document.ToString() : null;
    }

    public static string? ApplyToStructure(string name, string xml, Random chance)
    {
        var document = XDocument.Parse(xml);
        return OfStructure[name](document, chance) ? document.ToString() : null;
    }

    // ApplicableTradeTax repeats in the head alone; left out in both.
    private static readonly string[] MayRepeat =
    [
        "IncludedNote", "Note", "InvoiceReferencedDocument", "BillingReference", "IncludedSupplyChainTradeLineItem", "InvoiceLine", "CreditNoteLine",
        "ApplicableTradeTax", "TaxSubtotal",
    ];

    private static readonly string[] MayLack =
    [
        "GlobalID", "PartyIdentification", "TotalPrepaidAmount", "PrepaidAmount", "ExemptionReason", "TaxExemptionReason", "PaymentDueDate",
        "SpecifiedTaxRegistration", "PartyTaxScheme",
    ];

    private static bool IsDemanded(XElement e) => e.Parent is not null && !MayRepeat.Contains(e.Name.LocalName) && !MayLack.Contains(e.Name.LocalName);

    private static bool ChangedAbout(XDocument document, Random chance)
    {
        if (Pick(document, chance, e => e.ElementsAfterSelf().FirstOrDefault() is { } next && next.Name != e.Name) is not { } element)
            return false;
        var next = element.ElementsAfterSelf().First();
        next.Remove();
        element.AddBeforeSelf(next);
        return true;
    }

    private static bool Appended(XDocument document, Random chance, Func<XElement, XElement> what, Func<XElement, bool>? where = null)
    {
        var found = Pick(document, chance, where ?? (e => e.HasElements));
        found?.Add(what(found));
        return found is not null;
    }

    private static bool Renamed(XDocument document, Random chance)
    {
        if (Pick(document, chance, e => e.Parent is not null) is not { } element)
            return false;
        element.Name = XName.Get(element.Name.LocalName, "urn:another");
        return true;
    }

    private static Func<XElement, bool> Named(params string[] names) => e => names.Contains(e.Name.LocalName);

    private static Func<XElement, bool> InLine(params string[] names) => e => Named(names)(e) && e.Ancestors().Any(IsLine);

    private static bool IsLine(XElement e) => e.Name.LocalName is "IncludedSupplyChainTradeLineItem" or "InvoiceLine" or "CreditNoteLine";

    private static bool IsNumber(XElement e) => e.Name.LocalName == "ID" && e.Value.StartsWith("F2026-", StringComparison.Ordinal);

    private static bool IsSiren(XElement e) => e.Attribute("schemeID")?.Value == "0002";

    private static decimal Number(XElement e) => decimal.Parse(e.Value, CultureInfo.InvariantCulture);

    private static decimal Net(XElement line) => Number(line.Descendants().First(InLine("LineTotalAmount", "LineExtensionAmount")));

    private static decimal Gross(XDocument d) => Number(d.Descendants().First(Named("GrandTotalAmount", "TaxInclusiveAmount")));

    private static void Add(XElement e, decimal amount) => e.Value = (Number(e) + amount).ToString("0.00", CultureInfo.InvariantCulture);

    private static XElement? Pick(XDocument document, Random chance, Func<XElement, bool> which)
    {
        var found = document.Descendants().Where(which).ToList();
        return found.Count == 0 ? null : found[chance.Next(found.Count)];
    }

    private static bool Edit(XDocument document, Random chance, Func<string, string> edit, Func<XElement, bool> which)
    {
        if (Pick(document, chance, which) is not { } element)
            return false;
        var before = element.Value;
        element.Value = edit(before);
        return element.Value != before;
    }

    private static bool Amount(XDocument document, Random chance, decimal by, Func<XElement, bool> which)
    {
        if (Pick(document, chance, which) is not { } element)
            return false;
        Add(element, by);
        return true;
    }

    private static bool Everywhere(XDocument document, Func<string, string> edit, Func<XElement, bool> which)
    {
        var changed = document.Descendants().Where(which).Where(e => edit(e.Value) != e.Value).ToList();
        changed.ForEach(e => e.Value = edit(e.Value));
        return changed.Count > 0;
    }

    // One category's VAT and everything above it, so that all sums still agree.
    private static bool VatMoved(XDocument document, decimal by)
    {
        var touched = new[] { "CalculatedAmount", "TaxTotalAmount", "GrandTotalAmount", "TaxInclusiveAmount" }
            .Select(n => document.Descendants().FirstOrDefault(Named(n))).OfType<XElement>().ToList();
        if (document.Root!.Name.LocalName != "CrossIndustryInvoice")
            touched.AddRange([.. document.Descendants().Where(Named("TaxAmount")).Take(2)]);
        var paid = document.Descendants().FirstOrDefault(Named("TotalPrepaidAmount", "PrepaidAmount"));
        touched.Add(paid ?? document.Descendants().First(Named("DuePayableAmount", "PayableAmount")));
        touched.ForEach(e => Add(e, by));
        return true;
    }

    private static bool Quantity(XDocument document, Random chance, Func<decimal, decimal> change, decimal least = 0)
    {
        var found = Pick(document, chance, e => Named("BilledQuantity", "InvoicedQuantity", "CreditedQuantity")(e) && UnitCost(e) > least && Net(Line(e)) != 0);
        if (found is null)
            return false;
        found.Value = change(Number(found)).ToString(CultureInfo.InvariantCulture);
        return true;
    }

    private static XElement Line(XElement e) => e.Ancestors().First(IsLine);

    // Cents that one more unit costs: below one, a unit more may vanish in the rounding.
    private static decimal UnitCost(XElement quantity) =>
        100m * Number(Line(quantity).Descendants().First(Named("ChargeAmount", "PriceAmount"))) / Number(Line(quantity).Descendants().First(Named("BasisQuantity", "BaseQuantity")));

    private static bool Attribute(XDocument document, Random chance, string name, string value)
    {
        if (Pick(document, chance, e => e.Attribute(name) is not null) is not { } element)
            return false;
        element.SetAttributeValue(name, value);
        return true;
    }

    private static bool Remove(XDocument document, Random chance, Func<XElement, bool> which)
    {
        var found = Pick(document, chance, which);
        found?.Remove();
        return found is not null;
    }

    private static bool Twice(XDocument document, Random chance, Func<XElement, bool> which)
    {
        var found = Pick(document, chance, which);
        found?.AddAfterSelf(new XElement(found));
        return found is not null;
    }
}
