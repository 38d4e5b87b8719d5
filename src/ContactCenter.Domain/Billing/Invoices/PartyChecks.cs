namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Seller and buyer: identifiers, schemes and addresses.</summary>
internal static class PartyChecks
{
    public static void Run(ElectronicInvoice invoice, FaultList faults)
    {
        Check(invoice.Seller, "du vendeur", "seller's", faults);
        Check(invoice.Buyer, "de l’acheteur", "buyer's", faults);
        var taxed = FrenchNumbers.IsVatNumber(invoice.Seller.VatNumber, Without("0002:", invoice.Seller.Company) ?? "");
        faults.Unless(taxed, "BR-S-02", "Le numéro de TVA du vendeur manque ou est faux.", "The seller's VAT number is missing or wrong.");
        var buyer = invoice.Buyer.VatNumber is not { } number || FrenchNumbers.IsVatNumber(number, Without("0002:", invoice.Buyer.Company) ?? "");
        faults.Unless(buyer, "BR-CO-09", "Le numéro de TVA de l’acheteur est faux.", "The buyer's VAT number is wrong.");
    }

    private static void Check(ElectronicParty party, string fr, string en, FaultList faults)
    {
        var siren = Without("0002:", party.Company);
        faults.Unless(FrenchNumbers.IsSiren(siren), "BR-FR-10", $"Le SIREN {fr} manque ou est faux.", $"The {en} SIREN is missing or wrong.");
        var establishment = party.Establishment is not { } siret || FrenchNumbers.IsSiret(Without("0009:", siret), siren ?? "-");
        faults.Unless(establishment, "BR-FR-09", $"Le SIRET {fr} ne va pas avec le SIREN.", $"The {en} SIRET does not fit the SIREN.");
        var address = Without("0225:", party.Address);
        faults.Unless(
            siren is not null && address?.StartsWith(siren, StringComparison.Ordinal) == true, "BR-FR-21",
            $"L’adresse électronique {fr} ne commence pas par le SIREN.",
            $"The {en} electronic address does not begin with the SIREN.");
        var named = !new[] { party.Name, party.Line, party.PostCode, party.City }.Any(string.IsNullOrWhiteSpace);
        faults.Unless(named, "BR-06", $"Le nom ou l’adresse {fr} est incomplet.", $"The {en} name or address is incomplete.");
        faults.Unless(IsFrench(party.Country), "BR-09", $"Le pays {fr} manque ou n’est pas français.", $"The {en} country is missing or not French.");
    }

    private static bool IsFrench(string? country) => country is "FR" or "GP" or "MQ" or "GF" or "RE" or "YT" or "MF" or "BL";

    private static string? Without(string scheme, string? identifier) =>
        identifier?.StartsWith(scheme, StringComparison.Ordinal) == true ? identifier[scheme.Length..] : null;
}
