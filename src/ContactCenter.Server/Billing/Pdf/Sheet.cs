using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Writer;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>A4 pages to draw on, and a cursor that runs down them. Positions are points from the left and from the top edge.</summary>
internal sealed class Sheet : IDisposable
{
    public const double Width = 595;
    public const double Height = 842;
    public const double Left = 48;
    public const double Right = Width - Left;
    public const double Top = 48;
    public const double Bottom = Height - 64;

    private readonly PdfDocumentBuilder _builder = new() { ArchiveStandard = PdfAStandard.A3B, IncludeDocumentInformation = false };
    private readonly Dictionary<Typeface, PdfDocumentBuilder.AddedFont> _fonts = [];
    private readonly List<PdfPageBuilder> _pages = [];
    private readonly List<SheetLink> _links = [];
    private PdfPageBuilder _page = null!;

    /// <summary>Where the next thing goes.</summary>
    public double Y { get; set; }

    public int Pages => _pages.Count;

    /// <summary>Drawn at the top of every page but the first; may move <see cref="Y"/>.</summary>
    public Action? Repeat { get; set; }

    public IReadOnlyList<SheetLink> Links => _links;

    public void NewPage()
    {
        _page = _builder.AddPage(PageSize.A4);
        _pages.Add(_page);
        Y = Top;
        if (_pages.Count > 1)
            Repeat?.Invoke();
    }

    /// <summary>Goes to a new page when less than <paramref name="height"/> is left on this one.</summary>
    public void Need(double height)
    {
        if (Y + height > Bottom)
            NewPage();
    }

    /// <summary>Goes back to a page to add to it, the first being 1.</summary>
    public void Turn(int page) => _page = _pages[page - 1];

    /// <summary>One line whose upper edge is <paramref name="y"/>.</summary>
    public void Text(double x, double y, string text, TextStyle style)
    {
        var written = style.Face.Writable(text);
        if (string.IsNullOrWhiteSpace(written))
            return;
        _page.SetTextAndFillColor(style.Ink.Red, style.Ink.Green, style.Ink.Blue);
        _page.AddText(written, style.Size, new PdfPoint(x, Height - y - (style.Size * 1.06)), Font(style.Face));
    }

    /// <summary>One line that ends at <paramref name="right"/>.</summary>
    public void TextRight(double right, double y, string text, TextStyle style) => Text(right - style.Width(text), y, text, style);

    /// <summary>As many lines as the text needs.</summary>
    /// <returns>The height that they take.</returns>
    public double Paragraph(double x, double y, double width, string text, TextStyle style)
    {
        var lines = style.Wrap(text, width);
        for (var i = 0; i < lines.Count; i++)
            Text(x, y + (i * style.LineHeight), lines[i], style);
        return lines.Count * style.LineHeight;
    }

    public void Fill(double x, double y, double width, double height, Ink ink) => Draw(
        ink, new AppendRectangle(x, Height - y - height, width, height), FillPathNonZeroWinding.Value);

    /// <summary>A hairline.</summary>
    public void Rule(double x, double y, double right, Ink ink) => Fill(x, y, right - x, 0.6, ink);

    public void Picture(InvoiceLogo logo, double x, double y, double width, double height)
    {
        var place = new PdfRectangle(x, Height - y - height, x + width, Height - y);
        if (logo.IsPng)
            _page.AddPng(logo.File, place);
        else
            _page.AddJpeg(logo.File, place);
    }

    /// <summary>Makes a text that was drawn here lead to an address.</summary>
    public void Link(double x, double y, double width, double height, Uri address) =>
        _links.Add(new SheetLink(_page.PageNumber, new PdfRectangle(x, Height - y - height, x + width, Height - y), address));

    /// <summary>The pages as a file, still without links, metadata and attachment.</summary>
    public byte[] Build() => _builder.Build();

    public void Dispose() => _builder.Dispose();

    private void Draw(Ink ink, params ReadOnlySpan<IGraphicsStateOperation> operations)
    {
        var stream = _page.CurrentStream.Operations;
        stream.Add(Push.Value);
        _page.SetTextAndFillColor(ink.Red, ink.Green, ink.Blue);
        stream.AddRange(operations);
        stream.Add(Pop.Value);
    }

    private PdfDocumentBuilder.AddedFont Font(Typeface face)
    {
        if (!_fonts.TryGetValue(face, out var font))
            _fonts[face] = font = _builder.AddTrueTypeFont(face.File);
        return font;
    }
}

/// <summary>A part of a page that leads somewhere; <paramref name="Place"/> counts from the lower left corner, as the file wants it.</summary>
internal sealed record SheetLink(int Page, PdfRectangle Place, Uri Address);
