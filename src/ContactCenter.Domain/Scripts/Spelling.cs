namespace ContactCenter.Domain.Scripts;

/// <summary>How far two words are apart, in slips of the hand.</summary>
public static class Spelling
{
    /// <summary>
    /// The number of letters to insert, delete, replace or swap with their neighbour to make one word of the other
    /// (optimal string alignment), or <paramref name="limit"/> + 1 as soon as it must be more than <paramref name="limit"/>.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > 64 || b.Length > 64)
            return a.SequenceEqual(b) ? 0 : limit + 1;

        Span<int> beforeLast = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            last.CopyTo(beforeLast);
            row.CopyTo(last);
        }

        return Math.Min(last[b.Length], limit + 1);
    }

    /// <summary>The candidate nearest to <paramref name="word"/>, at most two slips away; null when none is.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) =>
        candidates
            .Select(c => (Word: c, Slips: Distance(word, c, 2)))
            .Where(c => c.Slips <= 2 && c.Slips < c.Word.Length)
            .OrderBy(c => c.Slips)
            .ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word)
            .FirstOrDefault();
}
