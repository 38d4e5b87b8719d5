using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>
/// The last number of one seller, kind and year, or of the seller's sales journal. It advances in the transaction that saves the invoice: a rollback
/// gives the number back.
/// </summary>
internal sealed class NumberSeries
{
    public required string SellerSiren { get; init; }
    public required string Code { get; init; }
    public required int Year { get; init; }
    public int Last { get; set; }
    public LocalDate? LastOn { get; set; }
    public int Version { get; set; }

    /// <summary>
    /// Gives a draft the next number and adds its row, or says what forbids it. The series is held until the unit commits, so that a second
    /// server waits instead of taking the same number; the unit must run again when a key was taken.
    /// </summary>
    public static async Task<InvoiceIssue> Issue(
        ContactCenterDb db, PracticeId practice, string month, Invoice draft, LocalDate on, Instant now, CancellationToken cancellationToken)
    {
        var series = await Hold(db, draft.Seller.Siren, InvoiceSeries.CodeOf(draft.Kind), on.Year, cancellationToken);
        var before = new InvoiceSeries(series.SellerSiren, series.Code, series.Year, series.Last, series.LastOn);
        var outcome = draft.Issue(before, on);
        if (outcome is not InvoiceIssued issued)
            return outcome;
        (series.Last, series.LastOn) = (issued.Series.Last, issued.Series.LastOn);
        var journal = await Hold(db, series.SellerSiren, SalesJournal.Code, on.Year, cancellationToken);
        (journal.Last, journal.LastOn) = (journal.Last + 1, on);
        db.Add(new IssuedInvoice
        {
            PracticeId = practice, Number = issued.Invoice.Number!, SellerSiren = series.SellerSiren, Kind = draft.Kind, Month = month, IssuedOn = on,
            JournalEntry = journal.Last, Corrects = draft.Corrects?.Number, IssuedAt = now, Document = BillingJson.Write(issued.Invoice),
        });
        return issued;
    }

    private static async Task<NumberSeries> Hold(ContactCenterDb db, string siren, string code, int year, CancellationToken cancellationToken)
    {
        var held = db.Set<NumberSeries>().Where(s => s.SellerSiren == siren && s.Code == code && s.Year == year);
        if (await held.ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken) == 1)
            return await held.AsTracking().SingleAsync(cancellationToken);
        var first = new NumberSeries { SellerSiren = siren, Code = code, Year = year };
        db.Add(first);
        await db.SaveChangesAsync(cancellationToken);
        return first;
    }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.HasKey(s => new { s.SellerSiren, s.Code, s.Year });
        builder.Property(s => s.SellerSiren).HasMaxLength(9).IsUnicode(false);
        builder.Property(s => s.Code).HasMaxLength(4).IsUnicode(false);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }
}
