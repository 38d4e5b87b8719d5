using ContactCenter.Domain.Billing.Agreements;
using NodaTime;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>What keeps a draft from being issued. All of it at once, one sentence each.</summary>
internal static class InvoiceIssueChecks
{
    public static IReadOnlyList<InvoiceFault> Run(Invoice draft, InvoiceSeries series, LocalDate on) =>
        [.. OfTheDraft(draft, on), .. OfTheSeries(draft, series, on), .. OfTheParties(draft)];

    private static IEnumerable<InvoiceFault> OfTheDraft(Invoice draft, LocalDate on)
    {
        if (draft.State != InvoiceState.Draft)
            yield return new("INV001", "Cette facture est déjà émise.", "This invoice has been issued already.");
        if (draft.Lines.IsEmpty)
            yield return new("INV002", "Cette facture n’a aucune ligne.", "This invoice has no lines.");
        if (on <= draft.Period.End && draft.Kind == InvoiceKind.Invoice)
            yield return new(
                "INV003", $"Le mois n’est pas clos : il se termine le {draft.Period.End:dd/MM/uuuu}.",
                $"The month is not closed: it ends on {draft.Period.End:uuuu-MM-dd}.");
        if (draft.Totals.Gross.MinorUnits < 0)
            yield return new("INV004", "Le total est négatif : établissez un avoir.", "The total is negative: make a credit note.");
        if ((draft.Kind == InvoiceKind.Invoice) != (draft.Corrects is null))
            yield return new(
                "INV005", "Un avoir ou une facture rectificative, et eux seuls, citent une facture.",
                "A credit note or corrected invoice, and only these, refer to an invoice.");
        if (draft.Corrects is { } corrected && on < corrected.IssuedOn)
            yield return new("INV006", "La date précède celle de la facture citée.", "The date lies before that of the invoice referred to.");
        if (draft.Terms.DaysToPay is < 0 or > 60)
            yield return new("INV007", "Le délai de paiement doit être de 0 à 60 jours.", "The time to pay must be 0 to 60 days.");
    }

    private static IEnumerable<InvoiceFault> OfTheSeries(Invoice draft, InvoiceSeries series, LocalDate on)
    {
        if (series.SellerSiren != draft.Seller.Siren || series.Code != InvoiceSeries.CodeOf(draft.Kind) || series.Year != on.Year)
            yield return new(
                "INV010", "Cette série de numéros est celle d’un autre vendeur, genre ou exercice.",
                "This series of numbers is another seller's, kind's or year's.");
        if (on < series.LastOn)
            yield return new(
                "INV011", $"La dernière facture de la série porte la date du {series.LastOn:dd/MM/uuuu} : les dates ne reculent pas.",
                $"The last invoice of the series is dated {series.LastOn:uuuu-MM-dd}: dates do not go back.");
    }

    private static IEnumerable<InvoiceFault> OfTheParties(Invoice draft) =>
        PartyFaults.OfSeller(draft.Seller).Concat(PartyFaults.OfBuyer(draft.Buyer)).Concat(PartyFaults.OfIban(draft.Terms.Iban)).Select(f => f.Fault);
}
