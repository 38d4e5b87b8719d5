using System.Collections.Immutable;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Billing.Rows;
using NodaTime;

namespace ContactCenter.Server.Billing.Agreements;

/// <summary>A contract as the screen sends and shows it.</summary>
internal static class ContractForms
{
    /// <summary>The draft, with the fields that do not even have the right form.</summary>
    public static (ContractDraft Draft, IReadOnlyList<ContractFault> Faults) Read(ContractForm form)
    {
        var faults = new List<ContractFault>();
        if (!Enum.TryParse<HolidayRegion>(form.Region, out var region) || !Enum.IsDefined(region))
            faults.Add(new("region", new("CON003", "Choisissez les jours fériés du cabinet.", "Choose the practice's public holidays.")));
        var draft = new ContractDraft(
            Read(form.Buyer), Text(form.TimeZone), region, LocalDate.FromDateOnly(form.First),
            form.Last is { } last ? LocalDate.FromDateOnly(last) : null, form.DaysToPay,
            [.. (form.Tariffs ?? []).Select(t => new DraftTerm(LocalDate.FromDateOnly(t.From), t.Tariff))])
        {
            Discounts = [.. (form.Discounts ?? []).Select((d, i) => new Discount(
                new(Text(d.LabelFr), Text(d.LabelEn)), d.BasisPoints, Month(d.First, $"discounts[{i}].first", faults),
                Month(d.Last, $"discounts[{i}].last", faults)))],
            Credits = [.. (form.Credits ?? []).Select((c, i) => new ContractCredit(
                KindOf(c.Kind), new(Text(c.ReasonFr), Text(c.ReasonEn)), new Money(c.AmountCents), Month(c.Month, $"credits[{i}].month", faults)))],
        };
        return (draft, faults);
    }

    /// <summary>What stands empty in a form is not known, or for the electronic address the SIREN itself.</summary>
    public static InvoiceParty Read(PartyForm? form)
    {
        var (siren, siret) = (Digits(form?.Siren), Digits(form?.Siret));
        var electronic = Text(form?.ElectronicAddress);
        return new InvoiceParty(
            Text(form?.Name), siren, Known(siret), Known(Text(form?.VatNumber).Replace(" ", "", StringComparison.Ordinal)),
            new PostalAddress(Text(form?.Line), Text(form?.PostCode), Text(form?.City), Known(Text(form?.CountryCode)) ?? "FR"),
            electronic.Length == 0 ? siren : electronic);
    }

    public static ContractForm Of(PracticeContract row) => new(
        Of(BillingJson.Read<InvoiceParty>(row.Buyer)), row.TimeZone, row.Region.ToString(), row.First.ToDateOnly(), row.Last?.ToDateOnly(),
        BillingJson.Read<InvoiceTerms>(row.Terms).DaysToPay,
        [.. BillingJson.Read<List<AgreedTariff>>(row.Tariffs).Select(t => new TermForm(t.From.ToDateOnly(), NameOf(t)))],
        [.. BillingJson.Read<List<Discount>>(row.Discounts).Select(d => new DiscountForm(
            d.Label.Fr, d.Label.En, d.BasisPoints, BillingMonth.Write(d.First), BillingMonth.Write(d.Last)))],
        [.. BillingJson.Read<List<ContractCredit>>(row.Credits).Select(c => new CreditForm(
            KindOf(c.Kind), c.Reason.Fr, c.Reason.En, c.Amount.MinorUnits, BillingMonth.Write(c.Month)))]);

    public static PartyForm Of(InvoiceParty party) => new(
        party.Name, party.Siren, party.Siret ?? "", party.VatNumber ?? "", party.Address.Line, party.Address.PostCode, party.Address.City,
        party.Address.CountryCode, party.ElectronicAddress);

    /// <summary>What is proposed to a practice that has no contract yet, from its first full month on.</summary>
    public static ContractForm ProposedTo(Practice practice, LocalDate today)
    {
        var first = today.PlusMonths(1).With(DateAdjusters.StartOfMonth).ToDateOnly();
        return new ContractForm(
            new PartyForm(practice.Name, "", "", "", practice.Address ?? "", "", "", "FR", ""), practice.TimeZone,
            practice.Region.ToString(), first, null, 30, [new TermForm(first, null)], [], []);
    }

    /// <summary>As <c>name@version</c>, without the hash of the text.</summary>
    public static string? NameOf(AgreedTariff agreed) =>
        ScriptVersion.TryParse(agreed.Tariff, out var version) ? $"{version.Name}@{version.Version}" : agreed.Tariff;

    private static YearMonth Month(string? text, string field, List<ContractFault> faults)
    {
        if (!BillingMonth.TryParse(text, out var month))
            faults.Add(new(field, new("CON004", "Écrivez le mois sous la forme 2026-11.", "Write the month as 2026-11.")));
        return month;
    }

    private static CreditKind KindOf(CreditReason kind) => kind switch
    {
        CreditReason.Agreed => CreditKind.Agreed,
        CreditReason.Goodwill => CreditKind.Goodwill,
    };

    private static CreditReason KindOf(CreditKind kind) => kind switch
    {
        CreditKind.Agreed => CreditReason.Agreed,
        CreditKind.Goodwill => CreditReason.Goodwill,
    };

    private static string Text(string? written) => written?.Trim() ?? "";

    // People copy these numbers with the spaces that they are printed with.
    private static string Digits(string? written) => string.Concat(Text(written).Where(c => !char.IsWhiteSpace(c)));

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
