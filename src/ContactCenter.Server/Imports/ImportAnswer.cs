using ContactCenter.Contracts.Imports;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Imports;

/// <summary>Imports while it answers: one line of JSON after the other. Who goes away stops it after the row that is being done.</summary>
internal sealed class ImportAnswer(ImportPlan plan, ImportAsk ask, AgendaSignals agendas) : IResult
{
    private const int Shown = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        JsonLines.Begin(httpContext);
        var report = new ImportReport(plan);
        try
        {
            await RunImport.Do(plan, report, done => JsonLines.Say(httpContext, new ImportStep(done, plan.Rows.Count)), httpContext.RequestAborted);
        }
        finally
        {
            foreach (var day in ask.IsDryRun ? [] : report.Days)
                agendas.Raise(ask.Practice.Id.Value, day.ToDateOnly());
        }

        await JsonLines.Say(httpContext, new ImportStep(plan.Rows.Count, plan.Rows.Count, View(report)));
    }

    private ImportReportView View(ImportReport report) => new(
        ask.IsDryRun, report.Rows, report.Imported, report.AlreadyThere, report.Proposed, report.Refused.Count,
        [.. report.Refused.Take(Shown).Select(r => Note(r.Why))], report.Refused.Count == 0 ? null : report.RefusedCsv(ask.Culture),
        [.. report.Notes.Take(Shown).Select(Note)]);

    private ImportNote Note(ImportFault fault) => new(fault.Line, fault.Column, fault.Code, fault.Why.In(ask.Culture));
}
