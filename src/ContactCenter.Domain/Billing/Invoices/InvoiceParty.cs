namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Seller or buyer. Both are established in France.</summary>
/// <param name="Siren">Nine digits: the company (BT-30, BT-47, scheme 0002).</param>
/// <param name="Siret">Fourteen digits beginning with the SIREN: the establishment (scheme 0009); null when not known.</param>
/// <param name="VatNumber">FR, two digits, SIREN; null for a practice exempt from VAT.</param>
/// <param name="ElectronicAddress">Where its platform receives invoices (scheme 0225): the SIREN, or begun with it.</param>
public sealed record InvoiceParty(
    string Name, string Siren, string? Siret, string? VatNumber, PostalAddress Address, string ElectronicAddress);

/// <param name="CountryCode">ISO 3166-1, such as FR, RE, GP.</param>
public sealed record PostalAddress(string Line, string PostCode, string City, string CountryCode = "FR");

/// <summary>How an invoice is paid, and what the law wants printed about it.</summary>
/// <param name="DaysToPay">0 to 60 days from issue.</param>
/// <param name="VatOnDebits">The option to pay VAT on issue (BT-8 is 5) rather than on payment (72).</param>
/// <param name="RecoveryCosts">Note PMT: 40 euros for costs of recovery.</param>
/// <param name="LatePenalties">Note PMD: the rate after the due date.</param>
/// <param name="EarlyDiscount">Note AAB: the discount for early payment, or that there is none.</param>
public sealed record InvoiceTerms(string Iban, int DaysToPay, bool VatOnDebits, string RecoveryCosts, string LatePenalties, string EarlyDiscount)
{
    /// <summary>The usual sentences.</summary>
    public static InvoiceTerms Usual(string iban, int daysToPay = 30) => new(
        iban, daysToPay, false, "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 euros.",
        "Pénalités de retard : trois fois le taux d’intérêt légal, exigibles sans rappel.", "Pas d’escompte pour paiement anticipé.");
}
