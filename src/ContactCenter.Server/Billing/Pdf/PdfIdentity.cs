using System.Text;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>Every PDF/A bears an identity of twice 16 bytes. PdfPig takes chance ones; ours follow from the invoice.</summary>
internal static class PdfIdentity
{
    public const int Length = 16;

    private static readonly byte[] Entry = Encoding.ASCII.GetBytes("/ID [ <");

    /// <summary>Overwrites both identities in the trailer, whose length they do not change.</summary>
    /// <param name="identity">32 bytes.</param>
    public static void Set(Span<byte> file, ReadOnlySpan<byte> identity)
    {
        var first = file.LastIndexOf(Entry);
        if (first < 0)
            throw new InvalidOperationException("The file has no identity where it was expected.");
        first += Entry.Length;
        Encoding.ASCII.GetBytes(Convert.ToHexString(identity[..Length]), file[first..]);
        var second = first + (2 * Length) + "><".Length;
        Encoding.ASCII.GetBytes(Convert.ToHexString(identity[Length..]), file[second..]);
    }
}
