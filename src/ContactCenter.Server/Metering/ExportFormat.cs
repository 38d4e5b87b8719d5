using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Domain.Calls;
using CsvHelper;

namespace ContactCenter.Server.Metering;

/// <summary>How an export is written.</summary>
internal enum ExportFormat { Csv, Json }

internal static class ExportWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    // A cell that a spreadsheet would run as a formula is neutralised.
    private static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape };

    public static byte[] Write(CallExport export, ExportFormat format) => format switch
    {
        ExportFormat.Json => JsonSerializer.SerializeToUtf8Bytes(export, Json),
        ExportFormat.Csv => WriteCsv(export),
    };

    private static byte[] WriteCsv(CallExport export)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Csv, leaveOpen: true))
        {
            Row(csv, ["cdr_id", "practice", "line", "started_at", "queued_at", "answered_at", "ended_at", "outcome", "agent", "disposition",
                .. Enum.GetValues<SegmentKind>().Where(k => k != SegmentKind.WrapUp).Select(Column), "wrap_up_s", "leg_s", "appointments"]);
            foreach (var call in export.Calls)
                Row(csv, Cells(export, call));
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static List<string?> Cells(CallExport export, ExportedCall call) =>
    [
        call.CallId.ToString(), export.Practice, call.Line, Utc(call.StartedAt), Utc(call.QueuedAt), Utc(call.AnsweredAt), Utc(call.EndedAt),
        call.Outcome.ToString(), call.Agent, call.Disposition,
        .. Enum.GetValues<SegmentKind>().Where(k => k != SegmentKind.WrapUp).Select(k => Number(call.Segments.Where(s => s.Kind == k).Sum(s => s.Seconds))),
        Number(call.WrapUpSeconds), Number(call.LegSeconds), Number(call.Appointments),
    ];

    private static void Row(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.EndRecord();
    }

    private static string Column(SegmentKind kind) => $"{kind.ToString().ToLowerInvariant()}_s";

    private static string? Utc(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
