namespace ContactCenter.Server.Billing.Pdf;

/// <summary>A colour of the invoice. Texts keep a contrast of 4.5:1 or more on what they stand on.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Text = new(0x1F, 0x29, 0x33);
    public static readonly Ink Quiet = new(0x5A, 0x66, 0x72);
    public static readonly Ink Accent = new(0x0B, 0x4F, 0x6C);
    public static readonly Ink Soft = new(0x8F, 0xB8, 0xC9);
    public static readonly Ink Wash = new(0xEE, 0xF4, 0xF7);
    public static readonly Ink Rule = new(0xD3, 0xDB, 0xE1);
    public static readonly Ink White = new(0xFF, 0xFF, 0xFF);
}

/// <summary>How a text is set; <paramref name="Size"/> in points.</summary>
internal sealed record TextStyle(Typeface Face, double Size, Ink Ink)
{
    public static readonly TextStyle Title = new(Typeface.Semibold, 24, Ink.Accent);
    public static readonly TextStyle Heading = new(Typeface.Semibold, 11.5, Ink.Accent);
    public static readonly TextStyle Strong = new(Typeface.Semibold, 9.5, Ink.Text);
    public static readonly TextStyle Body = new(Typeface.Regular, 9, Ink.Text);
    public static readonly TextStyle Small = new(Typeface.Regular, 7.5, Ink.Quiet);
    public static readonly TextStyle Label = new(Typeface.Semibold, 7.5, Ink.Quiet);

    public double LineHeight => Size * 1.4;

    public double Width(string text) => Face.Width(Face.Writable(text), Size);

    /// <summary>The text in lines no wider than <paramref name="width"/>. A word that is wider than a line is broken, never cut.</summary>
    public IReadOnlyList<string> Wrap(string text, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Face.Writable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Face.Width(longer, Size) <= width)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        lines.Add(line);
        return lines;
    }

    private IEnumerable<string> Pieces(string word, double width)
    {
        var from = 0;
        for (var to = 1; to <= word.Length; to++)
        {
            if (to - from > 1 && Face.Width(word[from..to], Size) > width)
            {
                yield return word[from..(to - 1)];
                from = to - 1;
            }
        }

        yield return word[from..];
    }
}
