using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>A font that comes with the product and is embedded in each invoice: its widths, and which characters it can show.</summary>
internal sealed class Typeface
{
    public static readonly Typeface Regular = Load("OpenSans-Regular.ttf");
    public static readonly Typeface Semibold = Load("OpenSans-Semibold.ttf");

    // Latin, Greek and Cyrillic, punctuation and currencies: what French papers are written with.
    private const int Last = 0x2FFF;

    private readonly float[] _advances = new float[Last + 1];

    private Typeface(byte[] file)
    {
        File = file;
        var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(file));
        var glyphs = font.WindowsUnicodeCMap ?? throw new InvalidDataException("The font has no Unicode map.");
        for (var c = 0; c <= Last; c++)
        {
            var glyph = glyphs.CharacterCodeToGlyphIndex(c);
            _advances[c] = glyph == 0 ? float.NaN : font.TableRegister.HorizontalMetricsTable.GetAdvanceWidth(glyph) / (float)font.GetUnitsPerEm();
        }
    }

    /// <summary>The whole TrueType file; only the glyphs that are used are embedded.</summary>
    public byte[] File { get; }

    /// <summary>In points. The text must be <see cref="Writable"/>.</summary>
    public double Width(string text, double size)
    {
        var width = 0.0;
        foreach (var c in text)
            width += _advances[c];
        return width * size;
    }

    /// <summary>
    /// The text in characters that the font has: a rare letter loses its accent, and what has no likeness becomes a question mark.
    /// </summary>
    public string Writable(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
            written.Append(Has(rune) ? (char)rune.Value : Nearest(rune));
        return written.ToString();
    }

    private char Nearest(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            return rune.Value == '\u202F' ? '\u00A0' : ' ';
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation)
            return '-';
        var letter = rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().First();
        return Has(letter) ? (char)letter.Value : '?';
    }

    private bool Has(Rune rune) => rune.Value is >= ' ' and <= Last && !float.IsNaN(_advances[rune.Value]);

    private static Typeface Load(string name)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(typeof(Typeface), $"Fonts.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new Typeface(file);
    }
}
