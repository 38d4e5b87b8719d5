using System.Buffers.Binary;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>The seller's logo: a PNG, or a JPEG in colours that PDF/A allows beside our sRGB profile. Sizes in pixels.</summary>
internal sealed record InvoiceLogo
{
    /// <summary>A larger picture is a photograph by mistake and would make every invoice heavy.</summary>
    private const int LongestSide = 4_000;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private InvoiceLogo(byte[] file, bool isPng, int width, int height) => (File, IsPng, Width, Height) = (file, isPng, width, height);

    public byte[] File { get; }

    public bool IsPng { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Null for what is neither, or cannot be shown: the invoice then bears the seller's name instead.</summary>
    public static InvoiceLogo? Read(byte[] file)
    {
        var logo = file.AsSpan().StartsWith(PngSignature) ? Png(file) : Jpeg(file);
        return logo is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide } && logo.CanBeDrawn() ? logo : null;
    }

    // Tried once here, so that a damaged picture never keeps an invoice from being printed.
    private bool CanBeDrawn()
    {
        using var sheet = new Sheet();
        try
        {
            sheet.NewPage();
            sheet.Picture(this, 0, 0, 1, 1);
            return true;
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            return false;
        }
    }

    // The first chunk is always the header: length, type, width, height, ..., interlacing in its last byte.
    private static InvoiceLogo? Png(byte[] file) => file.Length < 33 || file[28] != 0
        ? null
        : new InvoiceLogo(file, true, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));

    private static InvoiceLogo? Jpeg(byte[] file)
    {
        if (file is not [0xFF, 0xD8, ..])
            return null;
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF; at += 2 + Length(at + 2))
        {
            // C0 to C2 begin a frame: length, precision, height, width, components. Four components are CMYK.
            if (file[at + 1] is >= 0xC0 and <= 0xC2)
                return file[at + 9] is 1 or 3 ? new InvoiceLogo(file, false, Length(at + 7), Length(at + 5)) : null;
        }

        return null;

        int Length(int place) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(place));
    }
}
