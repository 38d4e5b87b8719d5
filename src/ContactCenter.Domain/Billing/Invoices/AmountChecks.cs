using System.Globalization;
using static ContactCenter.Domain.Billing.Invoices.ElectronicAmount;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Lines, VAT and totals, computed again from what is written and compared to the cent.</summary>
internal static class AmountChecks
{
    public static void Run(ElectronicInvoice invoice, FaultList faults)
    {
        faults.Unless(invoice.Lines.Count > 0, "BR-16", "Il n’y a pas de ligne.", "There is no line.");
        faults.Unless(
            invoice.Lines.DistinctBy(l => l.Id).Count() == invoice.Lines.Count, "CC-03", "Un numéro de ligne est double.",
            "A line number is double.");
        foreach (var line in invoice.Lines)
            CheckLine(line, faults);
        CheckVat(invoice, faults);
        CheckTotals(invoice, faults);
    }

    private static void CheckLine(ElectronicLine line, FaultList faults)
    {
        var (quantity, price, per, net) = (Decimal(line.Quantity, 4), Decimal(line.Price, 6), Decimal(line.Base, 4), Amount(line.Net));
        faults.Unless(
            line.Id is { Length: > 0 } && !string.IsNullOrWhiteSpace(line.Name), "BR-25", $"La ligne {line.Id} n’a pas de nom.",
            $"Line {line.Id} has no name.");
        faults.Unless(
            quantity is not null, "BR-FR-DEC-02", $"La quantité de la ligne {line.Id} est fausse.", $"The quantity of line {line.Id} is wrong.");
        faults.Unless(price >= 0, "BR-27", $"Le prix de la ligne {line.Id} manque ou est faux.", $"The price of line {line.Id} is missing or wrong.");
        faults.Unless(
            line.Unit is "SEC" or "C62" or "MON" && line.Unit == line.BaseUnit, "BR-23", $"L’unité de la ligne {line.Id} est fausse.",
            $"The unit of line {line.Id} is wrong.");
        var exact = quantity is { } q && price is { } p && per is > 0 && net is { } n && n == Rounded(q * p * 100m, per.Value);
        faults.Unless(
            exact, "CC-04", $"Le montant de la ligne {line.Id} n’est pas quantité × prix ÷ base.",
            $"The net of line {line.Id} is not quantity x price / base.");
        faults.Unless(
            IsTreatment(line.Category, line.Rate), "BR-FR-16", $"La TVA de la ligne {line.Id} est fausse.", $"The VAT of line {line.Id} is wrong.");
    }

    private static void CheckVat(ElectronicInvoice invoice, FaultList faults)
    {
        var lines = invoice.Lines.GroupBy(l => (l.Category, l.Rate)).ToDictionary(g => g.Key, g => g.Select(l => Amount(l.Net)).ToList());
        var same = invoice.Vat.Count == lines.Count && invoice.Vat.All(v => lines.ContainsKey((v.Category, v.Rate)));
        faults.Unless(same, "BR-CO-18", "Les catégories de TVA ne sont pas celles des lignes.", "The VAT categories are not those of the lines.");
        foreach (var vat in invoice.Vat)
        {
            var (basis, amount, rate) = (Amount(vat.Basis), Amount(vat.Amount), Decimal(vat.Rate, 2));
            faults.Unless(
                IsTreatment(vat.Category, vat.Rate), "BR-FR-16", $"Le taux {vat.Rate} n’est pas légal.", $"The rate {vat.Rate} is not lawful.");
            var sum = basis is not null && lines.TryGetValue((vat.Category, vat.Rate), out var nets) && nets.TrueForAll(n => n is not null)
                && basis == Money.Sum(nets.Select(n => n!.Value));
            faults.Unless(
                sum, "BR-S-08", $"La base à {vat.Rate} % n’est pas la somme de ses lignes.",
                $"The basis at {vat.Rate} % is not the sum of its lines.");
            var exact = basis is { } b && amount is { } a && rate is { } r && a == Rounded(b.MinorUnits * r, 100m);
            faults.Unless(exact, "BR-CO-17", $"La TVA à {vat.Rate} % n’est pas base × taux.", $"The VAT at {vat.Rate} % is not basis x rate.");
            var reason = vat.Category == "E" == !string.IsNullOrWhiteSpace(vat.ExemptionReason);
            faults.Unless(reason, "BR-E-10", "Le motif d’exonération manque ou est de trop.", "The reason for exemption is missing or one too many.");
        }
    }

    private static void CheckTotals(ElectronicInvoice invoice, FaultList faults)
    {
        var totals = invoice.Totals;
        var nets = invoice.Lines.Select(l => Amount(l.Net)).ToList();
        var vats = invoice.Vat.Select(v => Amount(v.Amount)).ToList();
        var (lines, net, vat, gross, due) = (Amount(totals.Lines), Amount(totals.Net), Amount(totals.Vat), Amount(totals.Gross), Amount(totals.Due));
        faults.Unless(
            nets.TrueForAll(n => n is not null) && lines == Money.Sum(nets.OfType<Money>()), "BR-CO-10", "Le total des lignes est faux.",
            "The total of the lines is wrong.");
        faults.Unless(net is not null && net == lines, "BR-CO-13", "Le total hors taxes est faux.", "The total without VAT is wrong.");
        faults.Unless(
            vats.TrueForAll(v => v is not null) && vat == Money.Sum(vats.OfType<Money>()), "BR-CO-14", "Le total de la TVA est faux.",
            "The total of VAT is wrong.");
        faults.Unless(
            gross is not null && gross == net + vat, "BR-CO-15", "Le total toutes taxes comprises est faux.", "The total with VAT is wrong.");
        var paid = totals.Paid is null ? Money.Zero : Amount(totals.Paid);
        faults.Unless(due is not null && due == gross - paid, "BR-CO-16", "Le montant dû est faux.", "The amount due is wrong.");
        var process = invoice.Process == "S2" ? paid == gross : totals.Paid is null;
        faults.Unless(process, "BR-FR-CO-09", "Le montant payé ne va pas avec le cadre de facturation.", "What was paid does not fit the process.");
    }

    // Decimals, and not the arithmetic that wrote the invoice: a slip there would be repeated here.
    private static Money Rounded(decimal numerator, decimal denominator) =>
        new((long)Math.Round(numerator / denominator, 0, MidpointRounding.AwayFromZero));

    private static bool IsTreatment(string? category, string? rate) => category switch
    {
        "S" => Decimal(rate, 2) is { } percent && VatTreatment.LawfulRates.Any(l => l == percent * 100m),
        "E" => rate == 0m.ToString("0.00", CultureInfo.InvariantCulture),
        _ => false,
    };
}
