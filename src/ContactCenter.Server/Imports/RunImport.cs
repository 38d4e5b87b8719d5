namespace ContactCenter.Server.Imports;

/// <summary>Goes through a plan. Each row is a unit of its own: who stops in the middle has whole rows, and begins again from the start.</summary>
internal static class RunImport
{
    private const int Steps = 100;

    /// <param name="report">Filled as it goes: whoever stops has what was done until then.</param>
    /// <param name="told">How many rows are done: about a hundred times, however many there are.</param>
    public static async Task Do(ImportPlan plan, ImportReport report, Func<int, Task> told, CancellationToken cancellationToken)
    {
        var step = Math.Max(1, plan.Rows.Count / Steps);
        for (var done = 0; done < plan.Rows.Count; done++)
        {
            if (done % step == 0)
                await told(done);
            cancellationToken.ThrowIfCancellationRequested();
            var row = plan.Rows[done];
            report.Add(row.Source, row.Fault is { } fault ? RowOutcome.Refused(fault) : await row.Do!(cancellationToken));
        }
    }
}
