using ContactCenter.Server.Imports.Files;
using NodaTime;

namespace ContactCenter.Server.Imports;

/// <summary>A file that was read, row by row, and what is to be done with each.</summary>
/// <param name="Header">Of the columns that <see cref="SourceRow.Cells"/> holds.</param>
/// <param name="Notes">What is said of the file beside its rows.</param>
internal sealed record ImportPlan(IReadOnlyList<string> Header, IReadOnlyList<PlannedRow> Rows, IReadOnlyList<ImportFault> Notes);

/// <param name="Fault">It cannot even be tried.</param>
/// <param name="Do">One unit of work: the row as a whole, or nothing of it.</param>
internal sealed record PlannedRow(SourceRow Source, ImportFault? Fault, Func<CancellationToken, Task<RowOutcome>>? Do);

/// <summary>What became of a row.</summary>
/// <param name="Note">Why it was refused, or what is to be looked at.</param>
/// <param name="Day">Of the calendar, when it was changed.</param>
internal sealed record RowOutcome(RowResult Result, ImportFault? Note = null, LocalDate? Day = null)
{
    public static RowOutcome AlreadyThere { get; } = new(RowResult.AlreadyThere);

    public static RowOutcome Refused(ImportFault fault) => new(RowResult.Refused, fault);
}

internal enum RowResult
{
    Imported,
    AlreadyThere,
    Refused,
}

/// <summary>Who imports into which practice.</summary>
/// <param name="IsDryRun">Everything is looked at and nothing written.</param>
internal sealed record ImportAsk(Domain.Practices.Practice Practice, Identity.Audit.AuditActor Actor, string Culture, bool IsDryRun);
