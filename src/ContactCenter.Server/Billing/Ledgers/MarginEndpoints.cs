using ContactCenter.Contracts.Billing;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>The margins of a month, for the screen and as a file.</summary>
internal sealed class MarginEndpoints(ReportMargins report)
{
    public Task<IResult> Show(string? month, CancellationToken cancellationToken) => MonthEndpoints.OfMonth(
        month, async wanted => TypedResults.Ok(await report.Of(wanted, null, cancellationToken)));

    public Task<IResult> File(string? month, CancellationToken cancellationToken) => MonthEndpoints.OfMonth(
        month, async wanted => Results.File(MarginCsv.Write(await report.Of(wanted, null, cancellationToken)), "text/csv; charset=utf-8", $"margins-{month}.csv"));
}
