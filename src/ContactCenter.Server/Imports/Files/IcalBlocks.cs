namespace ContactCenter.Server.Imports.Files;

/// <summary>One event of a calendar file as text, with the line on which it begins.</summary>
internal sealed record IcalBlock(int Line, string Text, bool IsWhole);

/// <summary>Cuts a calendar into its events, so that one that cannot be read takes no other with it, and each has its place.</summary>
internal static class IcalBlocks
{
    private const string Begin = "BEGIN:VEVENT";
    private const string End = "END:VEVENT";

    /// <summary>Null with the fault where there are none, or too many.</summary>
    public static IReadOnlyList<IcalBlock>? Read(string text, out ImportFault? fault)
    {
        List<IcalBlock> blocks = [];
        List<string> lines = [];
        var (line, begun) = (0, 0);
        foreach (var read in text.AsSpan().EnumerateLines())
        {
            line++;
            var word = read.TrimEnd();
            if (word.Equals(Begin, StringComparison.OrdinalIgnoreCase))
            {
                if (begun > 0)
                    blocks.Add(new IcalBlock(begun, "", IsWhole: false));
                (begun, lines) = (line, []);
            }

            if (begun > 0)
                lines.Add(read.ToString());
            if (begun == 0 || !word.Equals(End, StringComparison.OrdinalIgnoreCase))
                continue;
            blocks.Add(new IcalBlock(begun, string.Join("\r\n", lines), IsWhole: true));
            begun = 0;
        }

        if (begun > 0)
            blocks.Add(new IcalBlock(begun, "", IsWhole: false));
        fault = blocks.Count == 0 ? new ImportFault(1, 1, ImportCodes.Empty, ImportWords.NotACalendar)
            : blocks.Count > ImportLimits.Rows ? new ImportFault(blocks[ImportLimits.Rows].Line, 1, ImportCodes.TooLarge, ImportWords.TooManyRows)
            : null;
        return fault is null ? blocks : null;
    }
}
