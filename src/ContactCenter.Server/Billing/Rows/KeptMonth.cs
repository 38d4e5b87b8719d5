using System.IO.Compression;
using System.Text;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Pdf;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ContactCenter.Server.Billing.Rows;

/// <summary>
/// A month's calls as they were when it was closed. Calls are measured again when a late fact comes and appointments are cancelled later; what was
/// exported or printed of a closed month stays what it was.
/// </summary>
internal sealed class KeptMonth
{
    public required PracticeId PracticeId { get; init; }
    public required string Month { get; init; }

    /// <summary>The <see cref="CallExport"/>, as JSON under Brotli.</summary>
    public required byte[] Calls { get; init; }

    /// <summary>JSON of the <see cref="InvoiceUsage"/> that the invoice prints.</summary>
    public required string Usage { get; init; }

    /// <summary>Within the unit that closes the month.</summary>
    public static async Task<KeptMonth> Of(ContactCenterDb db, BillingPeriod month, PracticeId practice, CancellationToken cancellationToken)
    {
        var owner = await db.Set<Practice>().SingleAsync(p => p.Id == practice, cancellationToken);
        var calls = await CallExport.Read(db, owner, month.Month, cancellationToken);
        var usage = await UsageOfMonth.Read(db, practice, month, cancellationToken);
        return new KeptMonth
        {
            PracticeId = practice, Month = BillingMonth.Write(month.Month), Calls = Pack(BillingJson.Write(calls)),
            Usage = BillingJson.Write(InvoiceUsage.Of(usage.Calls, month)),
        };
    }

    public CallExport ReadCalls() => BillingJson.Read<CallExport>(Unpack(Calls));

    public InvoiceUsage ReadUsage() => BillingJson.Read<InvoiceUsage>(Usage);

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

internal sealed class KeptMonthConfiguration : IEntityTypeConfiguration<KeptMonth>
{
    public void Configure(EntityTypeBuilder<KeptMonth> builder)
    {
        builder.ToTable("KeptMonths");
        builder.HasKey(m => new { m.PracticeId, m.Month });
        builder.HasOne<SettledMonth>().WithOne().HasForeignKey<KeptMonth>(m => new { m.PracticeId, m.Month }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(m => m.Month).HasMaxLength(7).IsUnicode(false);
    }
}
