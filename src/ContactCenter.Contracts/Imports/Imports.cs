namespace ContactCenter.Contracts.Imports;

/// <summary>
/// <c>POST /api/practices/{practiceId}/imports/patients?dryRun=</c> and <c>.../imports/appointments?dryRun=&amp;format=csv|ics&amp;practitioner=&amp;visitReason=</c>
/// with the file as the body. The answer is a line of JSON for each step, while it goes on; the last bears the report. The same file again changes
/// nothing, so that it needs no key: an import that broke off is begun again.
/// </summary>
/// <param name="Report">Null until the end.</param>
public sealed record ImportStep(int Done, int Total, ImportReportView? Report = null);

/// <param name="Rows">Of the file; a recurring event counts as often as it takes place.</param>
/// <param name="Imported">Or would be, in a dry run.</param>
/// <param name="AlreadyThere">Left as they are.</param>
/// <param name="Proposed">Of those imported: patients who resemble one that was known, to be compared.</param>
/// <param name="Refused">How many.</param>
/// <param name="Refusals">The first of them.</param>
/// <param name="RefusedCsv">All of them as they stood in the file, each after its reason; null when there are none.</param>
/// <param name="Notes">What else is to be known, the first of it.</param>
public sealed record ImportReportView(
    bool IsDryRun, int Rows, int Imported, int AlreadyThere, int Proposed, int Refused, IReadOnlyList<ImportNote> Refusals, string? RefusedCsv,
    IReadOnlyList<ImportNote> Notes);

/// <param name="Line">Of the file, as an editor counts.</param>
/// <param name="Code">Such as <c>IMP210</c>: it does not change, the sentence may.</param>
public sealed record ImportNote(int Line, int Column, string Code, string Sentence);

/// <summary>Values of <c>code</c> in the ProblemDetails of these addresses.</summary>
public static class ImportProblems
{
    /// <summary>422: the file as a whole cannot be read; nothing was imported. The fields <c>line</c>, <c>column</c> and <c>importCode</c> say where and why.</summary>
    public const string Unusable = "unusable-file";

    /// <summary>400: the format is either csv or ics.</summary>
    public const string WrongFormat = "wrong-format";
}
