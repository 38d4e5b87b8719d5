using System.Text;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Billing;

/// <summary>A practice's issued invoices, their files, and what corrects them.</summary>
internal sealed class InvoiceEndpoints(Store store, PrintInvoice print, IssueCreditNote credit, IssueCorrectedInvoice correct)
{
    public async Task<IResult> List(Guid practiceId, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var rows = await store.Read((db, token) => db.Set<IssuedInvoice>().Where(i => i.PracticeId == practice).ToListAsync(token), cancellationToken);
        return TypedResults.Ok(rows.OrderByDescending(r => r.IssuedOn).ThenByDescending(r => r.JournalEntry)
            .Select(BillingViews.Summary));
    }

    public Task<IResult> OfMonth(string? month, CancellationToken cancellationToken) => MonthEndpoints.OfMonth(month, async wanted =>
    {
        var name = BillingMonth.Write(wanted);
        var (rows, names) = await store.Read(
            async (db, token) =>
            {
                var rows = await db.Set<IssuedInvoice>().Where(i => i.Month == name).ToListAsync(token);
                var ids = rows.Select(r => r.PracticeId).Distinct().ToList();
                return (rows, await db.Set<Practice>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, token));
            },
            cancellationToken);
        return TypedResults.Ok(rows.OrderByDescending(r => r.IssuedOn).ThenByDescending(r => r.JournalEntry)
            .Select(r => new IssuedInvoiceView(r.PracticeId.Value, names[r.PracticeId], BillingViews.Summary(r))));
    });

    public async Task<IResult> Show(Guid practiceId, string number, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        return await store.Read(
            async (db, token) => await Find(db, practice, number, token) is { } row
                ? TypedResults.Ok(BillingViews.Of(row, [.. (await IssueCreditNote.EarlierNotes(db, row, token)).Select(n => n.Number!)]))
                : (IResult)Problems.NotFound(),
            cancellationToken);
    }

    public async Task<IResult> File(Guid practiceId, string number, string form, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        if (form == InvoiceFiles.Readable)
        {
            return await print.Do(practice, number, cancellationToken) is { } pdf
                ? Results.File(pdf, "application/pdf", $"{number}.pdf")
                : Problems.NotFound();
        }

        var row = await store.Read((db, token) => Find(db, practice, number, token), cancellationToken);
        return row is not null && InvoiceFiles.Write(row.ReadAsIssued(), form) is { } xml
            ? Results.File(Encoding.UTF8.GetBytes(xml), "application/xml", $"{number}-{form}.xml")
            : Problems.NotFound();
    }

    public async Task<IResult> Credit(Guid practiceId, string number, CreditInvoice asked, IdempotencyKey key, CancellationToken cancellationToken) =>
        (await credit.Do(new PracticeId(practiceId), number, asked, key.Value, cancellationToken)).ToResult(note => note);

    public async Task<IResult> LookAtCorrection(Guid practiceId, string number, CancellationToken cancellationToken) =>
        (await correct.Look(new PracticeId(practiceId), number, cancellationToken)).ToResult(correction => correction);

    public async Task<IResult> Correct(Guid practiceId, string number, IdempotencyKey key, CancellationToken cancellationToken) =>
        (await correct.Do(new PracticeId(practiceId), number, key.Value, cancellationToken)).ToResult(corrected => corrected);

    private static Task<IssuedInvoice?> Find(ContactCenterDb db, PracticeId practice, string number, CancellationToken cancellationToken) =>
        db.Set<IssuedInvoice>().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Number == number, cancellationToken);
}
