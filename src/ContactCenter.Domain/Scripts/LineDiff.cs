namespace ContactCenter.Domain.Scripts;

/// <summary>A line of a comparison of two texts: numbers from 1, null where the line does not stand in that text.</summary>
public readonly record struct DiffLine(int? Before, int? After, string Text);

/// <summary>Compares two texts line by line: the fewest lines go and come. Line breaks of either kind count as the same.</summary>
public static class LineDiff
{
    /// <summary>Lines around a change that are shown with it.</summary>
    public const int Context = 2;

    /// <summary>Above so many pairs of lines that differ, all of them go and all come: nobody reads such a comparison.</summary>
    private const long MostPairs = 4_000_000;

    /// <summary>
    /// What goes, what comes and the lines around; a jump in the numbers is a stretch without change. Empty when the texts have the same lines.
    /// </summary>
    public static IReadOnlyList<DiffLine> Between(string before, string after)
    {
        var all = Whole(Lines(before), Lines(after));
        var changed = Enumerable.Range(0, all.Count).Where(i => all[i].Before is null || all[i].After is null).ToList();
        var shown = new SortedSet<int>(changed.SelectMany(i => Enumerable.Range(i - Context, (2 * Context) + 1)));
        return [.. shown.Where(i => i >= 0 && i < all.Count).Select(i => all[i])];
    }

    private static List<DiffLine> Whole(string[] before, string[] after)
    {
        var start = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        var most = Math.Min(before.Length, after.Length) - start;
        var end = before.Reverse().Zip(after.Reverse()).Take(most).TakeWhile(p => p.First == p.Second).Count();
        var lines = Enumerable.Range(0, start).Select(i => new DiffLine(i + 1, i + 1, before[i])).ToList();
        lines.AddRange(Middle(before[start..^end], after[start..^end], start));
        var (old, now) = (before.Length - end, after.Length - end);
        lines.AddRange(Enumerable.Range(0, end).Select(i => new DiffLine(old + i + 1, now + i + 1, before[old + i])));
        return lines;
    }

    private static IEnumerable<DiffLine> Middle(string[] before, string[] after, int offset)
    {
        var common = (long)before.Length * after.Length > MostPairs ? null : CommonLengths(before, after);
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (common is not null && i < before.Length && j < after.Length && before[i] == after[j])
                yield return new DiffLine(offset + ++i, offset + ++j, before[i - 1]);
            else if (i < before.Length && (j == after.Length || common is null || common[i + 1, j] >= common[i, j + 1]))
                yield return new DiffLine(offset + ++i, null, before[i - 1]);
            else
                yield return new DiffLine(null, offset + ++j, after[j - 1]);
        }
    }

    /// <summary>The length of the longest common sequence of what follows each pair of positions.</summary>
    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }

    private static string[] Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
