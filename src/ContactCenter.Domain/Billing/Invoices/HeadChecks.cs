namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Number, dates, codes, notes and references.</summary>
internal static class HeadChecks
{
    public static void Run(ElectronicInvoice invoice, FaultList faults)
    {
        faults.Unless(invoice.Guideline == InvoiceText.Guideline, "BR-01", "La norme citée n’est pas EN 16931.", "The guideline is not EN 16931.");
        faults.Unless(invoice.Process is "S1" or "S2", "BR-FR-08", "Le cadre de facturation n’est ni S1 ni S2.", "The process is neither S1 nor S2.");
        faults.Unless(
            IsNumber(invoice.Number), "BR-FR-02", "Le numéro manque ou contient un caractère interdit.",
            "The number is missing or holds a forbidden character.");
        faults.Unless(
            invoice.TypeCode is "380" or "381" or "384", "BR-FR-04", "Le type n’est ni 380, ni 381, ni 384.", "The type is none of 380, 381, 384.");
        faults.Unless(invoice.Currency == Money.Currency, "BR-05", "La devise n’est pas l’euro.", "The currency is not the euro.");
        faults.Unless(invoice.VatDueOn is "5" or "72", "CC-02", "L’exigibilité de la TVA n’est pas dite.", "When VAT falls due is not said.");
        faults.Unless(
            invoice.PaymentMeans == InvoiceText.CreditTransfer, "BR-49", "Le moyen de paiement n’est pas le virement.",
            "The means of payment is not a transfer.");
        faults.Unless(FrenchNumbers.IsIban(invoice.Iban), "BR-50", "L’IBAN manque ou est faux.", "The IBAN is missing or wrong.");
        CheckDates(invoice, faults);
        CheckNotes(invoice, faults);
        CheckReferences(invoice, faults);
    }

    private static void CheckDates(ElectronicInvoice invoice, FaultList faults)
    {
        faults.Unless(ElectronicAmount.IsDate(invoice.IssuedOn), "BR-03", "La date d’émission manque.", "The date of issue is missing.");
        faults.Unless(
            ElectronicAmount.IsDate(invoice.DeliveredOn), "FX-SCH-A-000372", "La date de prestation manque.", "The date of service is missing.");
        var due = ElectronicAmount.IsDate(invoice.DueOn) && string.CompareOrdinal(invoice.IssuedOn, invoice.DueOn) <= 0;
        faults.Unless(due, "BR-FR-CO-07", "L’échéance manque ou précède l’émission.", "The due date is missing or lies before the issue.");
        faults.Unless(IsPeriod(invoice.First, invoice.Last), "BR-29", "La période est fausse.", "The period is wrong.");
        foreach (var line in invoice.Lines)
        {
            var within = IsPeriod(line.First, line.Last)
                && string.CompareOrdinal(line.First, invoice.First) >= 0 && string.CompareOrdinal(line.Last, invoice.Last) <= 0;
            faults.Unless(within, "BR-30", $"La période de la ligne {line.Id} est fausse.", $"The period of line {line.Id} is wrong.");
        }
    }

    private static void CheckNotes(ElectronicInvoice invoice, FaultList faults)
    {
        foreach (var code in new[] { "PMT", "PMD", "AAB", "BAR" })
        {
            var texts = invoice.Notes.Where(n => n.Code == code).Select(n => n.Text).ToList();
            var one = texts.Count == 1 && !string.IsNullOrWhiteSpace(texts[0]) && (code != "BAR" || texts[0] == "B2B");
            faults.Unless(one, "BR-FR-05", $"La mention {code} manque, est vide ou double.", $"The note {code} is missing, empty or double.");
        }

        faults.Unless(invoice.Notes.Count == 4, "BR-FR-06", "Une mention a un code inconnu.", "A note has an unknown code.");
    }

    private static void CheckReferences(ElectronicInvoice invoice, FaultList faults)
    {
        var complete = invoice.References.All(r => IsNumber(r.Number) && r.Number != invoice.Number && ElectronicAmount.IsDate(r.IssuedOn)
            && string.CompareOrdinal(r.IssuedOn, invoice.IssuedOn) <= 0);
        var count = invoice.TypeCode is "381" or "384" ? 1 : 0;
        var code = invoice.TypeCode == "384" ? "BR-FR-CO-04" : "BR-FR-CO-05";
        faults.Unless(complete && invoice.References.Count == count, code, "La facture citée manque ou est de trop.", "The invoice referred to is missing or one too many.");
    }

    private static bool IsNumber(string? text) =>
        text is { Length: >= 1 and <= 35 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '_' or '/');

    private static bool IsPeriod(string? first, string? last) =>
        ElectronicAmount.IsDate(first) && ElectronicAmount.IsDate(last) && string.CompareOrdinal(first, last) <= 0;
}
