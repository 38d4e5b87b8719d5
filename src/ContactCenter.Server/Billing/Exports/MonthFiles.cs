using System.IO.Compression;
using ContactCenter.Contracts.Billing;
using NodaTime;

namespace ContactCenter.Server.Billing.Exports;

/// <summary>A file of a month; <paramref name="Name"/> has slashes where it lies in a folder.</summary>
internal sealed record MonthFile(string Name, string ContentType, byte[] Content);

/// <summary>The files of a practice's closed month, in the order in which they lie in its bundle. The same month gives the same bytes.</summary>
internal sealed record MonthFiles(
    string Practice, YearMonth Month, MonthFile Calls, MonthFile Lines, MonthFile Json, MonthFile Fec, IReadOnlyList<MonthFile> Invoices)
{
    public string BundleName => $"{Practice}-{BillingMonth.Write(Month)}.zip";

    /// <param name="part">One of <see cref="ExportParts"/>; null for another.</param>
    public MonthFile? Part(string part) => part switch
    {
        ExportParts.Calls => Calls,
        ExportParts.Lines => Lines,
        ExportParts.Json => Json,
        ExportParts.Fec => Fec,
        ExportParts.Bundle => new MonthFile(BundleName, "application/zip", Bundle()),
        _ => null,
    };

    public byte[] Bundle()
    {
        // Not the time of writing: it would make every bundle another file.
        var stamp = new DateTimeOffset(Month.ToDateInterval().End.ToDateTimeUnspecified(), TimeSpan.Zero);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in (MonthFile[])[Calls, Lines, Json, Fec, .. Invoices])
            {
                var entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = stamp;
                using var content = entry.Open();
                content.Write(file.Content);
            }
        }

        return bytes.ToArray();
    }
}
