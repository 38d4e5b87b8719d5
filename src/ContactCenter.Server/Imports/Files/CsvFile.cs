namespace ContactCenter.Server.Imports.Files;

/// <summary>A table as read: RFC 4180, but with the separator that its first line uses, and any line ends. Every cell knows its place.</summary>
internal sealed record CsvFile(CsvRow Header, IReadOnlyList<CsvRow> Rows)
{
    /// <summary>Null with the fault where the file is no table.</summary>
    public static CsvFile? Read(string text, out ImportFault? fault)
    {
        var reader = new CsvReader(text);
        List<CsvRow> rows = [];
        while (reader.Next(out fault) is { } row)
        {
            // A line of separators alone is what a spreadsheet leaves of an emptied row.
            if (row.Cells.Any(c => c.Text.Length > 0))
                rows.Add(row);
            if (rows.Count - 1 > ImportLimits.Rows)
                fault = new ImportFault(row.Line, 1, ImportCodes.TooLarge, ImportWords.TooManyRows);
            if (fault is not null)
                return null;
        }

        if (fault is null && rows.Count < 2)
            fault = new ImportFault(1, 1, ImportCodes.Empty, ImportWords.Empty);
        return fault is null ? new CsvFile(rows[0], rows[1..]) : null;
    }
}

internal sealed record CsvRow(int Line, IReadOnlyList<SheetCell> Cells);

/// <param name="Text">Without the white space around it.</param>
internal readonly record struct SheetCell(string Text, int Line, int Column);
