using System.Xml;
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
            yield return new("INV002", "Cette facture n'a aucune ligne.", "This invoice has no lines.");
        if (on <= draft.Period.End && draft.Kind == InvoiceKind.Invoice)
            yield return new(
                "INV003", $"Le mois n'est pas clos : il se termine le {draft.Period.End:dd/MM/uuuu}.",
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
                "INV010", "Cette série de numéros est celle d'un autre vendeur, genre ou exercice.",
                "This series of numbers is another seller's, kind's or year's.");
        if (on < series.LastOn)
            yield return new(
                "INV011", $"La dernière facture de la série porte la date du {series.LastOn:dd/MM/uuuu} : les dates ne reculent pas.",
                $"The last invoice of the series is dated {series.LastOn:uuuu-MM-dd}: dates do not go back.");
    }

    private static IEnumerable<InvoiceFault> OfTheParties(Invoice draft)
    {
        var (seller, buyer) = (draft.Seller, draft.Buyer);
        if (!FrenchNumbers.IsSiren(seller.Siren))
            yield return new("INV020", "Le SIREN du vendeur manque ou n'existe pas.", "The seller's SIREN is missing or cannot exist.");
        if (!FrenchNumbers.IsVatNumber(seller.VatNumber, seller.Siren))
            yield return new(
                "INV021", "Le numéro de TVA du vendeur manque ou ne va pas avec son SIREN.",
                "The seller's VAT number is missing or does not fit its SIREN.");
        if (!FrenchNumbers.IsSiren(buyer.Siren))
            yield return new("INV022", "Le SIREN du cabinet manque ou n'existe pas.", "The practice's SIREN is missing or cannot exist.");
        if (buyer.VatNumber is not null && !FrenchNumbers.IsVatNumber(buyer.VatNumber, buyer.Siren))
            yield return new("INV023", "Le numéro de TVA du cabinet ne va pas avec son SIREN.", "The practice's VAT number does not fit its SIREN.");
        if (!FrenchNumbers.IsIban(draft.Terms.Iban))
            yield return new("INV024", "L'IBAN du vendeur est faux.", "The seller's IBAN is wrong.");
        foreach (var (party, fr, en) in new[] { (seller, "du vendeur", "seller's"), (buyer, "du cabinet", "practice's") })
        {
            if (party.Siret is not null && !FrenchNumbers.IsSiret(party.Siret, party.Siren))
                yield return new("INV025", $"Le SIRET {fr} ne va pas avec son SIREN.", $"The {en} SIRET does not fit its SIREN.");
            if (!party.ElectronicAddress.StartsWith(party.Siren, StringComparison.Ordinal))
                yield return new(
                    "INV026", $"L'adresse électronique {fr} ne commence pas par son SIREN.",
                    $"The {en} electronic address does not begin with its SIREN.");
            if (new[] { party.Name, party.Address.Line, party.Address.PostCode, party.Address.City, party.Address.CountryCode }.Any(t => !IsWritable(t)))
                yield return new(
                    "INV027", $"Le nom ou l'adresse {fr} est incomplet ou contient un caractère interdit.",
                    $"The {en} name or address is incomplete or holds a forbidden character.");
        }
    }

    private static bool IsWritable(string text) => !string.IsNullOrWhiteSpace(text) && text.All(XmlConvert.IsXmlChar);
}
