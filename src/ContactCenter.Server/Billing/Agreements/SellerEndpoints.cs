using System.Security.Claims;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Billing.Agreements;

/// <summary>Who issues the invoices. There is one; each change is a row of its own.</summary>
internal sealed class SellerEndpoints(Store store, IOptions<BillingOptions> options, IClock clock)
{
    public async Task<IResult> Show(CancellationToken cancellationToken) => TypedResults.Ok(await store.Read(View, cancellationToken));

    public async Task<IResult> Save(SaveSeller asked, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var party = ContractForms.Read(asked.Party);
        var iban = string.Concat((asked.Iban ?? "").Where(c => !char.IsWhiteSpace(c)));
        ContractFault[] faults = [.. PartyFaults.OfSeller(party), .. PartyFaults.OfIban(iban)];
        if (faults.Length > 0)
            return BillingRefusal.WrongContract(faults).ToResult();
        var saved = await store.Write<Billed<SellerView>>(
            async (db, token) =>
            {
                if ((await SellerRevision.Now(db, token))?.Version is var last && (last ?? 0) != asked.Version)
                    return BillingRefusal.ChangedMeanwhile;
                db.Add(new SellerRevision
                {
                    Version = asked.Version + 1, At = clock.GetCurrentInstant(), By = ContractEndpoints.NameOf(user),
                    Party = BillingJson.Write(party), Iban = iban, VatOnDebits = asked.VatOnDebits,
                });
                await db.SaveChangesAsync(token);
                return await View(db, token);
            },
            Rerun.OnConflictOrTakenKey, cancellationToken);
        return saved.ToResult(view => view);
    }

    private async Task<SellerView> View(ContactCenterDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Set<SellerRevision>().AsNoTracking().OrderBy(s => s.Version).ToListAsync(cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[options.Value.SellerZone];
        var (changes, before) = (new List<ContractChange>(), new List<(string, string)>());
        foreach (var row in rows)
        {
            var after = Written(row);
            changes.Add(new ContractChange(row.Version, row.At.InZone(zone).ToDateTimeOffset(), row.By, ContractHistory.Between(before, after)));
            before = after;
        }

        changes.Reverse();
        return rows.Count == 0
            ? new SellerView(0, new PartyForm("", "", "", "", "", "", "", "FR", ""), "", false, [])
            : new SellerView(rows[^1].Version, ContractForms.Of(rows[^1].ReadParty()), rows[^1].Iban, rows[^1].VatOnDebits, changes);
    }

    private static List<(string Field, string Value)> Written(SellerRevision row) =>
    [
        .. ContractHistory.Written("seller", ContractForms.Of(row.ReadParty())), ("iban", row.Iban),
        ("vat_on_debits", row.VatOnDebits ? "true" : "false"),
    ];
}
