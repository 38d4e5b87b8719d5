using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Server.Imports.Files;
using NodaTime;

namespace ContactCenter.Server.Imports;

/// <summary>What an import did, or in a dry run would do.</summary>
internal sealed class ImportReport(ImportPlan plan)
{
    private readonly List<(SourceRow Row, ImportFault Why)> _refused = [];
    private readonly List<ImportFault> _notes = [.. plan.Notes];
    private readonly HashSet<LocalDate> _days = [];

    public int Rows => plan.Rows.Count;

    public int Imported { get; private set; }

    public int AlreadyThere { get; private set; }

    /// <summary>Of those imported: to be compared with a patient who was known.</summary>
    public int Proposed { get; private set; }

    public IReadOnlyList<(SourceRow Row, ImportFault Why)> Refused => _refused;

    public IReadOnlyList<ImportFault> Notes => _notes;

    public IReadOnlyCollection<LocalDate> Days => _days;

    public void Add(SourceRow row, RowOutcome outcome)
    {
        switch (outcome.Result)
        {
            case RowResult.Imported:
                Imported++;
                if (outcome.Day is { } day)
                    _days.Add(day);
                if (outcome.Note is { } note)
                {
                    Proposed++;
                    _notes.Add(note);
                }

                break;
            case RowResult.AlreadyThere:
                AlreadyThere++;
                break;
            case RowResult.Refused:
                _refused.Add((row, outcome.Note!));
                break;
        }
    }

    /// <summary>The refused rows as they stood, with the reason before each: corrected, the file can be imported as it is. Formulas are made harmless.</summary>
    public string RefusedCsv(string culture)
    {
        var isEnglish = culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        string[] own = isEnglish ? ["refused_line", "refused_column", "refused_code", "refused_because"] : ["ligne_refusee", "colonne_refusee", "code_refus", "raison_refus"];
        return CsvTable.Write(
            [.. own, .. plan.Header],
            _refused.Select(r => new[] { CsvCell.Of(r.Why.Line), CsvCell.Of(r.Why.Column), CsvCell.Of(r.Why.Code), CsvCell.Of(r.Why.Why.In(culture)) }
                .Concat(r.Row.Cells.Select(CsvCell.Of))));
    }
}
