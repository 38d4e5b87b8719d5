using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Agreements;

/// <summary>What each change of a contract changed.</summary>
internal static class ContractHistory
{
    /// <summary>Latest first.</summary>
    public static async Task<IReadOnlyList<ContractChange>> Of(ContactCenterDb db, Practice practice, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ContractRevision>().Where(r => r.PracticeId == practice.Id).OrderBy(r => r.Version).ToListAsync(cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[practice.TimeZone];
        var (changes, before) = (new List<ContractChange>(), new List<(string Field, string Value)>());
        foreach (var row in rows)
        {
            var after = Written(BillingJson.Read<ContractForm>(row.Document));
            changes.Add(new ContractChange(row.Version, row.At.InZone(zone).ToDateTimeOffset(), row.By, Between(before, after)));
            before = after;
        }

        changes.Reverse();
        return changes;
    }

    /// <summary>
    /// What differs, in the order of the form. A field may stand several times, as the tariffs do: what went and what came is then named.
    /// </summary>
    public static IReadOnlyList<ChangedField> Between(
        IReadOnlyList<(string Field, string Value)> before, IReadOnlyList<(string Field, string Value)> after)
    {
        var (old, now) = (before.ToLookup(b => b.Field, b => b.Value), after.ToLookup(a => a.Field, a => a.Value));
        return
        [
            .. from field in after.Concat(before).Select(f => f.Field).Distinct()
               let gone = old[field].Except(now[field]).ToList()
               let come = now[field].Except(old[field]).ToList()
               from i in Enumerable.Range(0, Math.Max(gone.Count, come.Count))
               select new ChangedField(field, gone.ElementAtOrDefault(i), come.ElementAtOrDefault(i)),
        ];
    }

    /// <summary>A company's fields below a name, without those that are empty.</summary>
    public static IEnumerable<(string Field, string Value)> Written(string name, PartyForm party) => new[]
    {
        ("name", party.Name), ("siren", party.Siren), ("siret", party.Siret), ("vat_number", party.VatNumber), ("address", party.Line),
        ("post_code", party.PostCode), ("city", party.City), ("country", party.CountryCode), ("electronic_address", party.ElectronicAddress),
    }.Where(f => f.Item2.Length > 0).Select(f => ($"{name}.{f.Item1}", f.Item2));

    private static List<(string Field, string Value)> Written(ContractForm form) =>
    [
        .. Written("buyer", form.Buyer), ("time_zone", form.TimeZone), ("region", form.Region), ("first", $"{form.First:yyyy-MM-dd}"),
        .. form.Last is { } last ? [("last", $"{last:yyyy-MM-dd}")] : Array.Empty<(string, string)>(),
        ("days_to_pay", $"{form.DaysToPay}"),
        .. form.Tariffs.Select(t => ("tariffs", $"{t.From:yyyy-MM-dd} {t.Tariff ?? "-"}")),
        .. form.Discounts.Select(d => ("discounts", $"{d.First} … {d.Last} {d.BasisPoints / 100m:0.##} % {d.LabelFr}")),
        .. form.Credits.Select(c => ("credits", $"{c.Month} {c.AmountCents / 100m:0.00} € {c.ReasonFr}")),
    ];
}
