using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContactCenter.Server.Tests.Support;

/// <summary>Looks for words that must not be there: as they are, and in the encodings in which they would travel unnoticed.</summary>
internal sealed class Traces(params string[] words)
{
    private readonly List<(string Word, string How, byte[] Bytes)> _patterns = [.. words.SelectMany(word => Encodings(word).Select(e => (word, e.How, e.Bytes)))];

    /// <summary>The same number as people and machines write it.</summary>
    public static string[] OfNumber(string e164)
    {
        var national = "0" + e164[3..];
        string Pairs(string separator) => string.Join(separator, national.Chunk(2).Select(pair => new string(pair)));
        return [e164[3..], national, Pairs(" "), Pairs("."), Pairs("-")];
    }

    /// <summary>What was found, where: <c>word as encoding in place</c>.</summary>
    public IEnumerable<string> In(string place, byte[] content)
    {
        // Letters of either case are one letter: both sides are compared folded, byte by byte.
        var folded = Folded(content);
        return _patterns.Where(p => (p.How.StartsWith("base64", StringComparison.Ordinal) ? content : folded).AsSpan()
            .IndexOf(p.How.StartsWith("base64", StringComparison.Ordinal) ? p.Bytes : Folded(p.Bytes)) >= 0).Select(p => $"{p.Word} as {p.How} in {place}");
    }

    public IEnumerable<string> In(string place, string text) => In(place, Encoding.UTF8.GetBytes(text));

    /// <summary>Every file below a folder, be it open elsewhere or not.</summary>
    public IEnumerable<string> InFiles(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return In(Path.GetFileName(file), copy.ToArray());
    });

    private static IEnumerable<(string How, byte[] Bytes)> Encodings(string word)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        yield return ("UTF-8", utf8);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(word));
        yield return ("UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(word));
        yield return ("Latin-1", Encoding.Latin1.GetBytes(word));
        yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
        yield return ("URL", Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)));
        yield return ("form", Encoding.ASCII.GetBytes(System.Net.WebUtility.UrlEncode(word)));
        yield return ("JSON", Encoding.ASCII.GetBytes(JsonEncodedText.Encode(word, JavaScriptEncoder.Default).ToString()));
        yield return ("HTML", Encoding.ASCII.GetBytes(System.Net.WebUtility.HtmlEncode(word)));
        yield return ("reversed", [.. utf8.Reverse()]);
        // Where in its group of three a word begins decides how it looks; what its neighbours change at its ends is left out.
        for (var shift = 0; shift < 3; shift++)
        {
            var inside = Convert.ToBase64String([.. new byte[shift], .. utf8])[(shift == 0 ? 0 : 4)..].TrimEnd('=');
            inside = inside[..^1];
            if (inside.Length < 6)
                continue;
            yield return ($"base64 +{shift}", Encoding.ASCII.GetBytes(inside));
            yield return ($"base64url +{shift}", Encoding.ASCII.GetBytes(inside.Replace('+', '-').Replace('/', '_')));
        }
    }

    private static byte[] Folded(byte[] bytes) => [.. bytes.Select(b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b)];
}
