using System.Xml;
using ContactCenter.Domain.Billing.Invoices;

namespace ContactCenter.Domain.Billing.Agreements;

/// <summary>What an invoice would be refused for in its seller or buyer, said when they are written down and again at issue.</summary>
public static class PartyFaults
{
    private static readonly HashSet<string> French = ["FR", "GP", "MQ", "GF", "RE", "YT", "MF", "BL"];

    public static IEnumerable<ContractFault> OfSeller(InvoiceParty seller)
    {
        if (!FrenchNumbers.IsSiren(seller.Siren))
            yield return new("siren", new("INV020", "Le SIREN du vendeur manque ou n’existe pas.", "The seller's SIREN is missing or cannot exist."));
        if (!FrenchNumbers.IsVatNumber(seller.VatNumber, seller.Siren))
            yield return new("vat_number", new(
                "INV021", "Le numéro de TVA du vendeur manque ou ne va pas avec son SIREN.",
                "The seller's VAT number is missing or does not fit its SIREN."));
        foreach (var fault in OfParty(seller, "du vendeur", "seller's"))
            yield return fault;
    }

    public static IEnumerable<ContractFault> OfBuyer(InvoiceParty buyer)
    {
        if (!FrenchNumbers.IsSiren(buyer.Siren))
            yield return new("siren", new(
                "INV022", "Le SIREN du cabinet manque ou n’existe pas.", "The practice's SIREN is missing or cannot exist."));
        if (buyer.VatNumber is not null && !FrenchNumbers.IsVatNumber(buyer.VatNumber, buyer.Siren))
            yield return new("vat_number", new(
                "INV023", "Le numéro de TVA du cabinet ne va pas avec son SIREN.", "The practice's VAT number does not fit its SIREN."));
        foreach (var fault in OfParty(buyer, "du cabinet", "practice's"))
            yield return fault;
    }

    public static IEnumerable<ContractFault> OfIban(string iban)
    {
        if (!FrenchNumbers.IsIban(iban))
            yield return new("iban", new("INV024", "L’IBAN du vendeur est faux.", "The seller's IBAN is wrong."));
    }

    /// <summary>Whether a text may stand in an invoice.</summary>
    public static bool IsWritable(string? text) => !string.IsNullOrWhiteSpace(text) && text.All(XmlConvert.IsXmlChar);

    private static IEnumerable<ContractFault> OfParty(InvoiceParty party, string fr, string en)
    {
        if (party.Siret is not null && !FrenchNumbers.IsSiret(party.Siret, party.Siren))
            yield return new("siret", new("INV025", $"Le SIRET {fr} ne va pas avec son SIREN.", $"The {en} SIRET does not fit its SIREN."));
        if (!party.ElectronicAddress.StartsWith(party.Siren, StringComparison.Ordinal))
            yield return new("electronic_address", new(
                "INV026", $"L’adresse électronique {fr} ne commence pas par son SIREN.",
                $"The {en} electronic address does not begin with its SIREN."));
        var address = party.Address;
        (string Field, string Text)[] written =
        [
            ("name", party.Name), ("address", address.Line), ("post_code", address.PostCode), ("city", address.City), ("country", address.CountryCode),
        ];
        if (Array.Find(written, w => !IsWritable(w.Text)) is { Field: { } field })
            yield return new(field, new(
                "INV027", $"Le nom ou l’adresse {fr} est incomplet ou contient un caractère interdit.",
                $"The {en} name or address is incomplete or holds a forbidden character."));
        else if (!French.Contains(address.CountryCode))
            yield return new("country", new(
                "INV028", $"Le pays {fr} n’est pas français : écrivez FR, GP, MQ, GF, RE, YT, MF ou BL.",
                $"The {en} country is not French: write FR, GP, MQ, GF, RE, YT, MF or BL."));
    }
}
