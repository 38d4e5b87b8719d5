using System.Text;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>A practice's issued invoices, their files, and the calls behind a line.</summary>
internal sealed class InvoiceEndpoints(Store store)
{
    public async Task<IResult> List(Guid practiceId, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var rows = await store.Read((db, token) => db.Set<IssuedInvoice>().Where(i => i.PracticeId == practice).ToListAsync(token), cancellationToken);
        return TypedResults.Ok(rows.OrderByDescending(r => r.IssuedOn).ThenByDescending(r => r.Number, StringComparer.Ordinal).Select(r => BillingViews.Summary(r.Read())));
    }

    public async Task<IResult> Show(Guid practiceId, string number, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var (row, notes) = await store.Read(
            async (db, token) => (
                await Find(db, practice, number, token),
                await db.Set<IssuedInvoice>().Where(i => i.PracticeId == practice && i.Corrects == number && i.Kind == InvoiceKind.CreditNote)
                    .OrderBy(i => i.Number).Select(i => i.Number).ToListAsync(token)),
            cancellationToken);
        return row is null ? Problems.NotFound() : TypedResults.Ok(BillingViews.Of(row.Read(), notes));
    }

    public async Task<IResult> File(Guid practiceId, string number, string form, CancellationToken cancellationToken)
    {
        var row = await store.Read((db, token) => Find(db, new PracticeId(practiceId), number, token), cancellationToken);
        return row is not null && InvoiceFiles.Write(row.Read(), form) is { } xml
            ? Results.File(Encoding.UTF8.GetBytes(xml), "application/xml", $"{number}-{form}.xml")
            : Problems.NotFound();
    }

    public async Task<IResult> Calls(Guid practiceId, string number, int line, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var uses = await store.Read(
            async (db, token) =>
            {
                if (await Find(db, practice, number, token) is not { } row || row.Read().Lines.Find(l => l.Number == line) is not { } asked)
                    return null;
                // A credit note's line is the line of the invoice that it takes back: the month's own statement holds both.
                var month = await db.Set<SettledMonth>().SingleAsync(m => m.PracticeId == practice && m.Month == row.Month, token);
                var charged = month.ReadCharged().Lines.Where(l => l.Key == asked.Key && l.Vat == asked.Vat).SelectMany(l => l.Uses).ToList();
                var zone = await db.Set<PracticeContract>().Where(c => c.PracticeId == practice).Select(c => c.TimeZone).SingleAsync(token);
                var ids = charged.Select(u => u.Call).OfType<CallId>().Distinct().ToList();
                var calls = await db.Set<MeteredCall>().Where(m => m.PracticeId == practice && ids.Contains(m.CallId)).ToDictionaryAsync(m => m.CallId, token);
                return charged.Select(u => View(u, u.Call is { } id ? calls.GetValueOrDefault(id) : null, DateTimeZoneProviders.Tzdb[zone])).OrderBy(u => u.StartedAt).ToList();
            },
            cancellationToken);
        return uses is null ? Problems.NotFound() : TypedResults.Ok(uses);
    }

    private static Task<IssuedInvoice?> Find(ContactCenterDb db, PracticeId practice, string number, CancellationToken cancellationToken) =>
        db.Set<IssuedInvoice>().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Number == number, cancellationToken);

    private static LineUse View(LinkedUse use, MeteredCall? call, DateTimeZone zone) => new(
        use.Call?.Value, use.Item, use.Quantity, call?.StartedAt.InZone(zone).ToDateTimeOffset(), call?.TalkSeconds ?? 0);
}
