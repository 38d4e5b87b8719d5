using System.Collections.Immutable;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Domain.Billing.Agreements;

/// <summary>Makes a contract of what somebody wrote down, or says all that is wrong with it at once.</summary>
public static class ContractChecks
{
    public const int LongestText = 200;
    private const long LargestCredit = 10_000_000;

    public static CheckedContract Run(ContractDraft draft, PracticeId practice, TariffBook book)
    {
        var faults = PartyFaults.OfBuyer(draft.Buyer).Select(f => f with { Field = $"buyer.{f.Field}" }).ToList();
        faults.AddRange(OfTheDays(draft));
        var terms = ReadTerms(draft, book, faults);
        faults.AddRange(OfDiscounts(draft));
        var contract = faults.Count > 0 ? null
            : new BillingContract(practice, DateTimeZoneProviders.Tzdb[draft.TimeZone], draft.Region, draft.First, draft.Last, terms)
            {
                Discounts = draft.Discounts, Credits = draft.Credits,
            };
        faults.AddRange(OfCredits(draft, contract));
        return new CheckedContract(faults.Count > 0 ? null : contract, faults);
    }

    /// <summary>The tariff that a draft names as <c>name@version</c>.</summary>
    public static Tariff? Find(TariffBook book, string written) =>
        written.Split('@') is [var name, var number] && int.TryParse(number, out var version) ? book.Find(name, version) : null;

    private static IEnumerable<ContractFault> OfTheDays(ContractDraft draft)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(draft.TimeZone) is null)
            yield return Fault(
                "time_zone", "CON001", "Ce fuseau horaire n’existe pas : écrivez par exemple Europe/Paris.",
                "There is no such time zone: write for example Europe/Paris.");
        if (draft.Last < draft.First)
            yield return Fault("last", "CON002", "Le dernier jour précède le premier.", "The last day lies before the first.");
        if (draft.DaysToPay is < 0 or > 60)
            yield return Fault("days_to_pay", "INV007", "Le délai de paiement doit être de 0 à 60 jours.", "The time to pay must be 0 to 60 days.");
    }

    private static ImmutableList<ContractTerm> ReadTerms(ContractDraft draft, TariffBook book, List<ContractFault> faults)
    {
        if (draft.Tariffs.IsEmpty)
            faults.Add(Fault("tariffs", "CON010", "Le contrat ne dit pas quel tarif s’applique.", "The contract does not say which tariff holds."));
        var terms = ImmutableList.CreateBuilder<ContractTerm>();
        for (var i = 0; i < draft.Tariffs.Count; i++)
        {
            var (from, written) = draft.Tariffs[i];
            var tariff = written is null ? null : Find(book, written);
            faults.AddRange(OfTerm(draft, i, tariff));
            terms.Add(new ContractTerm(from, tariff));
        }

        return terms.ToImmutable();
    }

    private static IEnumerable<ContractFault> OfTerm(ContractDraft draft, int index, Tariff? tariff)
    {
        var (from, written) = draft.Tariffs[index];
        var (day, name) = ($"tariffs[{index}].from", $"tariffs[{index}].tariff");
        if (index == 0 && from != draft.First)
            yield return Fault(
                day, "CON011", "Le premier tarif doit commencer le premier jour du contrat.",
                "The first tariff must begin on the contract's first day.");
        if (index > 0 && from <= draft.Tariffs[index - 1].From)
            yield return Fault(day, "CON012", "Chaque tarif doit commencer après le précédent.", "Each tariff must begin after the one before it.");
        if (from > draft.Last)
            yield return Fault(day, "CON013", "Ce tarif commencerait après la fin du contrat.", "This tariff would begin after the contract's end.");
        if (index == 0 && written is null)
            yield return Fault(name, "CON014", "Le contrat ne peut pas commencer par une interruption.", "The contract cannot begin with a pause.");
        if (written is not null && tariff is null)
            yield return Fault(
                name, "CON015", $"Le tarif {written} n’existe pas : écrivez nom@version d’un tarif du dossier tariffs.",
                $"There is no tariff {written}: write name@version of a tariff in the folder tariffs.");
        if (tariff is not null && from < tariff.ValidFrom)
            yield return Fault(
                day, "CON016", $"Le tarif {written} ne vaut qu’à partir du {tariff.ValidFrom:dd/MM/uuuu}.",
                $"The tariff {written} holds from {LocalDatePattern.Iso.Format(tariff.ValidFrom)} on only.");
    }

    private static IEnumerable<ContractFault> OfDiscounts(ContractDraft draft)
    {
        for (var i = 0; i < draft.Discounts.Count; i++)
        {
            var (discount, field) = (draft.Discounts[i], $"discounts[{i}]");
            if (discount.BasisPoints is < 1 or > 10_000)
                yield return Fault(
                    $"{field}.percent", "CON020", "Une remise est de plus de 0 et d’au plus 100 %.",
                    "A discount is more than 0 and at most 100 %.");
            if (discount.Last < discount.First)
                yield return Fault(
                    $"{field}.last", "CON021", "Le dernier mois de la remise précède le premier.",
                    "The discount's last month lies before its first.");
            if (!IsLabel(discount.Label))
                yield return Fault(
                    $"{field}.label", "CON022", "Dites en français et en anglais à quoi tient la remise (200 caractères au plus).",
                    "Say in French and English what the discount is for (at most 200 characters).");
            if (draft.Discounts.Where(d => d.HoldsIn(discount.First)).Sum(d => (long)d.BasisPoints) > 10_000)
                yield return Fault(
                    $"{field}.percent", "CON023", "Les remises d’un même mois dépassent 100 %.",
                    "The discounts of one month exceed 100 %.");
        }
    }

    private static IEnumerable<ContractFault> OfCredits(ContractDraft draft, BillingContract? contract)
    {
        for (var i = 0; i < draft.Credits.Count; i++)
        {
            var (credit, field) = (draft.Credits[i], $"credits[{i}]");
            if (credit.Amount.MinorUnits is <= 0 or > LargestCredit)
                yield return Fault(
                    $"{field}.amount", "CON030", "Le montant à déduire est de plus de 0 et d’au plus 100 000 €.",
                    "A credit is more than 0 and at most 100,000 euros.");
            if (!IsLabel(credit.Reason))
                yield return Fault(
                    $"{field}.reason", "CON031", "Dites en français et en anglais pourquoi ce montant est déduit (200 caractères au plus).",
                    "Say in French and English why this amount is taken off (at most 200 characters).");
            if (contract?.PiecesOf(credit.Month).Any() == false)
                yield return Fault(
                    $"{field}.month", "CON032", $"Le contrat ne couvre pas le mois {credit.Month:uuuu-MM}, où ce montant serait déduit.",
                    $"The contract does not cover the month {credit.Month:uuuu-MM} in which this amount would be taken off.");
        }
    }

    private static bool IsLabel(BillingLabel label) =>
        Array.TrueForAll([label.Fr, label.En], t => PartyFaults.IsWritable(t) && t.Length <= LongestText);

    private static ContractFault Fault(string field, string code, string fr, string en) => new(field, new InvoiceFault(code, fr, en));
}

/// <param name="Contract">Null exactly when there are faults.</param>
public sealed record CheckedContract(BillingContract? Contract, IReadOnlyList<ContractFault> Faults);
