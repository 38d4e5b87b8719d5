using System.Text;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Exports;

/// <summary>
/// Writes the files of a closed month: its calls as they were kept, and every document about it that was issued so far. A document that comes
/// later, such as a credit note, adds files and entries; it changes none.
/// </summary>
internal sealed class ExportMonth(Store store, PrintInvoice print)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task<Billed<MonthFiles>> Do(PracticeId id, YearMonth month, CancellationToken cancellationToken)
    {
        var read = await store.Read((db, token) => Read(db, id, month, token), cancellationToken);
        if (read.Value is not { } facts)
            return read.Refusal!;
        var files = new List<MonthFile>();
        foreach (var invoice in facts.Documents)
        {
            var number = invoice.Number!;
            files.Add(Text($"invoices/{number}-cii.xml", "application/xml", CiiWriter.Write(invoice)));
            files.Add(Text($"invoices/{number}-ubl.xml", "application/xml", UblWriter.Write(invoice)));
            files.Add(new MonthFile($"invoices/{number}.pdf", "application/pdf", (await print.Do(id, number, cancellationToken))!));
        }

        return new MonthFiles(
            facts.Practice.Slug, month,
            new MonthFile(ExportParts.Calls, "text/csv; charset=utf-8", ExportWriter.Write(facts.Kept.ReadCalls(), ExportFormat.Csv)),
            Text(ExportParts.Lines, "text/csv; charset=utf-8", InvoiceCsv.Lines(facts.Documents)),
            Text(ExportParts.Json, "application/json", MonthJson.Write(facts.Practice.Slug, facts.Settled, facts.Documents)),
            Text(ExportParts.Fec, "text/plain; charset=utf-8", FecFile.Write(facts.Entries)),
            files);
    }

    private static async Task<Billed<MonthFacts>> Read(ContactCenterDb db, PracticeId id, YearMonth month, CancellationToken cancellationToken)
    {
        var name = BillingMonth.Write(month);
        if (await db.Set<SettledMonth>().SingleOrDefaultAsync(m => m.PracticeId == id && m.Month == name, cancellationToken) is not { } settled
            || await db.Set<KeptMonth>().SingleOrDefaultAsync(m => m.PracticeId == id && m.Month == name, cancellationToken) is not { } kept)
            return BillingRefusal.MonthNotClosed;
        var practice = await db.Set<Practice>().SingleAsync(p => p.Id == id, cancellationToken);
        var rows = await db.Set<IssuedInvoice>().Where(i => i.PracticeId == id && i.Month == name).ToListAsync(cancellationToken);
        var documents = rows.OrderBy(r => r.IssuedOn).ThenBy(r => r.JournalEntry).Select(r => (r.JournalEntry, Invoice: r.ReadAsIssued())).ToList();
        IReadOnlyList<Invoice> invoices = [.. documents.Select(d => d.Invoice)];
        return new MonthFacts(
            practice, settled, kept, invoices, [.. documents.SelectMany(d => SalesJournal.Of([d.Invoice], d.JournalEntry, invoices))]);
    }

    private static MonthFile Text(string name, string type, string content) => new(name, type, Utf8.GetBytes(content));

    private sealed record MonthFacts(
        Practice Practice, SettledMonth Settled, KeptMonth Kept, IReadOnlyList<Invoice> Documents, IReadOnlyList<FecEntry> Entries);
}
