using System.Buffers.Binary;
using ContactCenter.Server.Billing.Pdf;
using UglyToad.PdfPig;

namespace ContactCenter.Server.Tests.Billing.Pdf;

public sealed class InvoiceLogoTests
{
    /// <summary>One red, half transparent pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DQAAAEgQGALFXOsAAAAABJRU5ErkJggg==");

    [Test]
    public void A_png_is_shown_in_place_of_the_name()
    {
        var logo = InvoiceLogo.Read(Png)!;
        using var pdf = PdfDocument.Open(DrawnInvoice.Written(DrawnInvoice.Control(), logo));

        Assert.That((logo.Width, logo.Height), Is.EqualTo((1, 1)));
        Assert.That(pdf.GetPage(1).NumberOfImages, Is.EqualTo(1));
    }

    [TestCase(3, true)]
    [TestCase(1, true)]
    [TestCase(4, false, Description = "CMYK has no place beside an sRGB profile")]
    public void A_jpeg_is_read_by_its_frame(int components, bool isShown)
    {
        byte[] file = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 50, 0, 200, (byte)components, .. new byte[20], 0xFF, 0xD9];

        Assert.That(InvoiceLogo.Read(file) is { IsPng: false, Width: 200, Height: 50 }, Is.EqualTo(isShown));
    }

    [Test]
    public void What_cannot_be_shown_is_no_logo()
    {
        byte[] With(int at, int value)
        {
            byte[] file = [.. Png];
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), value);
            return file;
        }

        Assert.That(InvoiceLogo.Read([]), Is.Null);
        Assert.That(InvoiceLogo.Read("GIF89a"u8.ToArray()), Is.Null);
        Assert.That(InvoiceLogo.Read(Png[..20]), Is.Null);
        Assert.That(InvoiceLogo.Read(With(16, 40_000)), Is.Null, "a photograph");
        Assert.That(InvoiceLogo.Read(With(16, -1)), Is.Null);
        Assert.That(InvoiceLogo.Read(With(25, 1)), Is.Null, "interlaced");
        Assert.That(InvoiceLogo.Read(With(42, 7)), Is.Null, "damaged");
    }
}
