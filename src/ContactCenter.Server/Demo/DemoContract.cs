using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Server.Billing.Rows;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>What a practice of the demonstration agreed to. The companies are made up; their numbers only have the right check digits.</summary>
internal static class DemoContract
{
    public const string By = "Démonstration";
    private const string Tariff = "essentiel";
    private const string Iban = "FR7630006000011234567890189";
    private static readonly LocalDate Earliest = new(2026, 1, 1);

    /// <summary>Who issues the invoices of the demonstration.</summary>
    public static SellerRevision Seller(Instant now) => new()
    {
        Version = 1, At = now, By = By, Iban = Iban, VatOnDebits = false,
        Party = BillingJson.Write(new InvoiceParty(
            "Secrétariat Démonstration", "732829320", "73282932000074", FrenchNumbers.VatNumberOf("732829320"),
            new("1 rue de la Paix", "75002", "Paris"), "732829320")),
    };

    /// <summary>Null where the tariff is not among the files: the demonstration then has no invoices.</summary>
    /// <param name="first">First day of service; null: the beginning of 2026.</param>
    public static PracticeContract? Under(TariffBook book, DemoClient client, LocalDate? first = null) => book.InForce(Tariff, first ?? Earliest) is { } tariff
        ? new PracticeContract
        {
            PracticeId = client.Practice.Id, TimeZone = client.Practice.TimeZone, Region = client.Practice.Region, First = first ?? Earliest,
            Tariffs = BillingJson.Write<AgreedTariff[]>([new(first ?? Earliest, tariff.Version.ToString())]),
            Buyer = BillingJson.Write(client.Buyer),
            Terms = BillingJson.Write(InvoiceTerms.Usual(Iban)),
        }
        : null;
}
