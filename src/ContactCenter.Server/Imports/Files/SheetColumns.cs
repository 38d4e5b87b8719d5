using ContactCenter.Domain.Patients;

namespace ContactCenter.Server.Imports.Files;

/// <summary>Which column of a table holds what. A heading is known by any of its names, whatever its accents, case and punctuation.</summary>
internal sealed class SheetColumns
{
    private readonly Dictionary<string, List<int>> _at = new(StringComparer.Ordinal);

    private SheetColumns(IReadOnlyList<string> header) => Header = header;

    public IReadOnlyList<string> Header { get; }

    /// <summary>Headings that nobody reads.</summary>
    public List<ImportFault> Ignored { get; } = [];

    /// <param name="names">The field of every heading that is known, written as <see cref="Plain"/> leaves it.</param>
    /// <param name="several">The field that may stand in several columns.</param>
    public static SheetColumns? Read(CsvRow header, IReadOnlyDictionary<string, string> names, string? several, out ImportFault? fault)
    {
        fault = null;
        var columns = new SheetColumns([.. header.Cells.Select(c => c.Text)]);
        foreach (var (cell, index) in header.Cells.Select((c, i) => (c, i)))
        {
            if (!names.TryGetValue(Plain(cell.Text), out var field))
                columns.Ignored.Add(new ImportFault(cell.Line, cell.Column, ImportCodes.ColumnIgnored, ImportWords.ColumnIgnored));
            else if (columns._at.TryGetValue(field, out var before) && field != several)
                fault = new ImportFault(cell.Line, cell.Column, ImportCodes.ColumnTwice, ImportWords.ColumnTwice(field));
            else
                columns._at[field] = [.. before ?? [], index];
        }

        return fault is null ? columns : null;
    }

    public bool Has(string field) => _at.ContainsKey(field);

    /// <summary>The first of the fields that has no column; null when all have.</summary>
    public ImportFault? Missing(params string[] fields) =>
        fields.FirstOrDefault(f => !Has(f)) is { } field ? new ImportFault(1, 1, ImportCodes.ColumnMissing, ImportWords.ColumnMissing(field)) : null;

    /// <summary>The cell; an empty one at the row's beginning when there is none.</summary>
    public SheetCell Cell(CsvRow row, string field) => Cells(row, field).FirstOrDefault(new SheetCell("", row.Line, 1));

    public IEnumerable<SheetCell> Cells(CsvRow row, string field) =>
        _at.GetValueOrDefault(field, []).Where(i => i < row.Cells.Count).Select(i => row.Cells[i]);

    /// <summary>Null where the column is missing or the cell is empty.</summary>
    public string? Text(CsvRow row, string field) => Cell(row, field).Text is { Length: > 0 } text ? text : null;

    /// <summary>A row with more cells than headings has a separator within a text: its cells are not what they seem.</summary>
    public ImportFault? TooManyCells(CsvRow row) => row.Cells.Skip(Header.Count).Where(c => c.Text.Length > 0).Select(c =>
        new ImportFault(c.Line, c.Column, ImportCodes.TooManyCells, ImportWords.TooManyCells)).FirstOrDefault();

    public SourceRow Source(CsvRow row) => new(row.Line, [.. row.Cells.Take(Header.Count).Select(c => c.Text)]);

    public static string Plain(string heading) => string.Concat(NameWords.Asked(heading)) + string.Concat(heading.Where(char.IsAsciiDigit));
}

/// <summary>A row as it stood in the file, for the report of those refused.</summary>
internal sealed record SourceRow(int Line, IReadOnlyList<string> Cells);
