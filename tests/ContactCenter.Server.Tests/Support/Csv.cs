namespace ContactCenter.Server.Tests.Support;

/// <summary>A strict reader of RFC 4180, apart from the product's writer: rows end in CRLF, a quote stands only around a cell or doubled in one.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string text)
    {
        List<List<string>> rows = [[]];
        for (var at = 0; at < text.Length;)
        {
            rows[^1].Add(Cell(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }
            Assert.That(text.AsSpan(at).StartsWith("\r\n"), Is.True, $"a row ends in CRLF, at {at}");
            at += 2;
            if (at < text.Length)
                rows.Add([]);
        }
        return rows;
    }

    private static string Cell(string text, ref int at)
    {
        if (text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(",\r\n");
            Assert.That(end, Is.GreaterThanOrEqualTo(0), "the last row ends too");
            var plain = text.Substring(at, end);
            Assert.That(plain, Does.Not.Contain('"'));
            at += end;
            return plain;
        }
        var cell = new System.Text.StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"')
                cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else
                break;
        }
        at++;
        return cell.ToString();
    }
}
