using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Calls;

namespace ContactCenter.Server.Metering;

/// <summary>How an export is written.</summary>
internal enum ExportFormat { Csv, Json }

internal static class ExportWriter
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    // Wrap-up stands apart: it may overlap a hand-over, the others sum to the leg.
    private static readonly SegmentKind[] OfTheLeg = [.. Enum.GetValues<SegmentKind>().Where(k => k != SegmentKind.WrapUp)];

    private static readonly string[] Columns =
    [
        "cdr_id", "practice", "line", "started_at", "queued_at", "answered_at", "ended_at", "outcome", "agent", "disposition",
        .. OfTheLeg.Select(kind => $"{kind.ToString().ToLowerInvariant()}_s"), "wrap_up_s", "leg_s", "appointments",
    ];

    public static byte[] Write(CallExport export, ExportFormat format) => format switch
    {
        ExportFormat.Json => JsonSerializer.SerializeToUtf8Bytes(export, Json),
        ExportFormat.Csv => Encoding.UTF8.GetBytes(CsvTable.Write(Columns, export.Calls.Select(call => Cells(export, call)))),
    };

    private static IEnumerable<CsvCell> Cells(CallExport export, ExportedCall call) =>
    [
        CsvCell.Of(call.CallId.ToString()), CsvCell.Of(export.Practice), CsvCell.Of(call.Line), Utc(call.StartedAt), Utc(call.QueuedAt), Utc(call.AnsweredAt),
        Utc(call.EndedAt), CsvCell.Of(call.Outcome.ToString()), CsvCell.Of(call.Agent ?? ""), CsvCell.Of(call.Disposition ?? ""),
        .. OfTheLeg.Select(k => CsvCell.Of(call.Segments.Where(s => s.Kind == k).Sum(s => s.Seconds))),
        CsvCell.Of(call.WrapUpSeconds), CsvCell.Of(call.LegSeconds), CsvCell.Of(call.Appointments),
    ];

    private static CsvCell Utc(DateTimeOffset? at) =>
        CsvCell.Of(at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "");
}
