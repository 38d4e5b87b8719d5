using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Pdf;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>
/// The readable Factur-X file of an issued invoice. It is written when it is first asked for, and the same bytes are given ever after.
/// </summary>
internal sealed class PrintInvoice(Store store, SellerLogo logo, IOptions<BillingOptions> options, IClock clock)
{
    /// <summary>Null when the practice has no such invoice.</summary>
    public async Task<byte[]?> Do(PracticeId practice, string number, CancellationToken cancellationToken)
    {
        var (kept, invoice, usage) = await store.Read((db, token) => Read(db, practice, number, token), cancellationToken);
        if (kept is not null || invoice is null)
            return kept;
        var file = FacturX.Write(invoice, CiiWriter.Write(invoice), new InvoicePresentation(usage, logo.Picture, EvidenceOf(practice, number)));
        return await store.Write((db, token) => Keep(db, practice, number, file, token), Rerun.OnConflictOrTakenKey, cancellationToken);
    }

    private static async Task<(byte[]? Kept, Invoice? Invoice, InvoiceUsage? Usage)> Read(
        ContactCenterDb db, PracticeId practice, string number, CancellationToken cancellationToken)
    {
        if (await Find(db, practice, number, cancellationToken) is { } printed)
            return (printed.File, null, null);
        if (await db.Set<IssuedInvoice>().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Number == number, cancellationToken) is not { } row)
            return (null, null, null);
        // A credit note takes back amounts; the month's activity stands on the invoice.
        var month = row.Kind == InvoiceKind.CreditNote ? null
            : await db.Set<KeptMonth>().SingleOrDefaultAsync(m => m.PracticeId == practice && m.Month == row.Month, cancellationToken);
        return (null, row.ReadAsIssued(), month?.ReadUsage());
    }

    // Two who ask first at the same time: the one who comes second gives away what the first has kept.
    private async Task<byte[]> Keep(ContactCenterDb db, PracticeId practice, string number, byte[] file, CancellationToken cancellationToken)
    {
        if (await Find(db, practice, number, cancellationToken) is { } before)
            return before.File;
        db.Add(new PrintedInvoice { PracticeId = practice, Number = number, PrintedAt = clock.GetCurrentInstant(), File = file });
        return file;
    }

    private static Task<PrintedInvoice?> Find(ContactCenterDb db, PracticeId practice, string number, CancellationToken cancellationToken) =>
        db.Set<PrintedInvoice>().SingleOrDefaultAsync(p => p.PracticeId == practice && p.Number == number, cancellationToken);

    private Uri EvidenceOf(PracticeId practice, string number) =>
        new($"{options.Value.ConsoleUrl.AbsoluteUri.TrimEnd('/')}/office/practices/{practice.Value}/invoices/{Uri.EscapeDataString(number)}");
}
