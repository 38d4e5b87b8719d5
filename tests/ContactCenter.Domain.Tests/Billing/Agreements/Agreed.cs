using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Support;

namespace ContactCenter.Domain.Tests.Billing.Agreements;

/// <summary>A contract that is right, to be made wrong.</summary>
internal static class Agreed
{
    /// <summary>The shipped tariff, <c>essentiel@1</c>, valid from 2026-01-01.</summary>
    public static readonly TariffBook Book = TariffBook.Compile([(ScriptText.Mapping(Shipped.Text("tariffs/essentiel.yaml")), "0123456789abcdef")]).Value!;

    public static readonly ContractDraft Draft = new(
        new InvoiceParty("Cabinet des Lilas", "552100554", null, null, new("12 rue des Lilas", "75019", "Paris"), "552100554"), "Europe/Paris",
        HolidayRegion.Metropole, new(2026, 12, 1), null, 30, [new(new(2026, 12, 1), "essentiel@1")]);

    public static CheckedContract Check(ContractDraft draft) => ContractChecks.Run(draft, Priced.Practice, Book);
}
