using System.Text;

namespace ContactCenter.Server.Imports.Files;

/// <summary>Reads one row after the other and counts lines and columns as an editor shows them.</summary>
internal sealed class CsvReader(string text)
{
    private static readonly char[] Separators = [';', ',', '\t'];

    private readonly char _separator = SeparatorOf(text);
    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>Null at the end, or with a fault.</summary>
    public CsvRow? Next(out ImportFault? fault)
    {
        fault = null;
        if (_at >= text.Length)
            return null;
        var line = _line;
        List<SheetCell> cells = [];
        do
        {
            if (Cell(out fault) is not { } cell)
                return null;
            cells.Add(cell);
        }
        while (Skip(_separator));
        EndLine();
        return new CsvRow(line, cells);
    }

    private SheetCell? Cell(out ImportFault? fault)
    {
        var (line, column) = (_line, _at - _lineStart + 1);
        fault = null;
        if (Skip('"'))
        {
            if (Quoted() is { } quoted)
                return new SheetCell(Clean(quoted + Bare()), line, column);
            fault = new ImportFault(line, column, ImportCodes.OpenQuote, ImportWords.OpenQuote);
            return null;
        }

        return new SheetCell(Clean(Bare()), line, column);
    }

    private string? Quoted()
    {
        var value = new StringBuilder();
        while (_at < text.Length)
        {
            var c = text[_at++];
            if (c == '"' && !Skip('"'))
                return value.ToString();
            value.Append(c);
            if (c == '\n')
                (_line, _lineStart) = (_line + 1, _at);
        }

        return null;
    }

    private string Bare()
    {
        var start = _at;
        while (_at < text.Length && text[_at] != _separator && text[_at] is not ('\r' or '\n'))
            _at++;
        return text[start.._at];
    }

    private void EndLine()
    {
        Skip('\r');
        Skip('\n');
        (_line, _lineStart) = (_line + 1, _at);
    }

    private bool Skip(char c)
    {
        if (_at >= text.Length || text[_at] != c)
            return false;
        _at++;
        return true;
    }

    // The apostrophe that keeps a spreadsheet from taking a number such as +33… for a formula is none of ours.
    private static string Clean(string value) => value.Trim() is ['\'', '=' or '+' or '-' or '@', ..] guarded ? guarded.Trim()[1..] : value.Trim();

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return Separators.MaxBy(separator => first.Count(c => c == separator));
    }
}
