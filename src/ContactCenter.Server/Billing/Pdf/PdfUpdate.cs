using System.Globalization;
using System.Text;
using NodaTime;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace ContactCenter.Server.Billing.Pdf;

/// <summary>A file within the file.</summary>
/// <param name="On">The day that it is of.</param>
internal sealed record PdfAttachment(string Name, string Description, byte[] Content, LocalDate On);

/// <summary>
/// Appends to a finished PDF what PdfPig does not write: links with the flags that PDF/A wants, metadata in full, and the attached file. Objects
/// that change are written again behind the old ones, as ISO 32000-1, 7.5.6 lets a file grow.
/// </summary>
internal sealed class PdfUpdate : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly MemoryStream _file = new();
    private readonly TokenWriter _writer = new();
    private readonly SortedDictionary<long, long> _offsets = [];
    private readonly byte[] _identity;
    private readonly IndirectReference _root;
    private readonly long _previousTable;
    private readonly List<(IndirectReference Reference, DictionaryToken Dictionary)> _pages;
    private DictionaryToken _catalog;
    private long _next;

    /// <param name="identity">32 bytes, the same that the pages bear.</param>
    public PdfUpdate(byte[] pages, byte[] identity)
    {
        _identity = identity;
        using (var document = PdfDocument.Open(pages))
        {
            var structure = document.Structure;
            _catalog = structure.Catalog.CatalogDictionary;
            _root = structure.Trailer.Root;
            _next = structure.Trailer.Size;
            _previousTable = structure.XrefOffset;
            _pages = [.. PagesUnder(structure, Reference(_catalog, NameToken.Pages))];
        }

        _file.Write(pages);
        Write("\n");
    }

    public void AddLinks(IEnumerable<SheetLink> links)
    {
        foreach (var ofPage in links.GroupBy(l => l.Page))
        {
            var (reference, page) = _pages[ofPage.Key - 1];
            Put(reference, page.With(NameToken.Annots, new ArrayToken([.. ofPage.Select(Annotation)])));
        }
    }

    /// <param name="metadata">An XMP packet; it takes the place of the one that is there.</param>
    public void Attach(PdfAttachment attachment, string metadata)
    {
        var content = Add(Stream(attachment.Content, ("Type", Name("EmbeddedFile")), ("Subtype", Name("text/xml")), ("Params", Dictionary(
            ("Size", Number(attachment.Content.Length)), ("ModDate", new StringToken(DateOf(attachment.On)))))));
        var specification = Add(Dictionary(
            ("Type", Name("Filespec")), ("F", new StringToken(attachment.Name)), ("UF", new StringToken(attachment.Name)),
            ("Desc", new StringToken(attachment.Description)), ("AFRelationship", Name("Alternative")),
            ("EF", Dictionary(("F", content), ("UF", content)))));
        var names = new ArrayToken([new StringToken(attachment.Name), specification]);
        var described = Add(Stream(Utf8.GetBytes(metadata), ("Type", Name("Metadata")), ("Subtype", Name("XML"))));
        _catalog = _catalog.With(NameToken.Metadata, described)
            .With(Name("AF"), new ArrayToken([specification]))
            .With(Name("Names"), Dictionary(("EmbeddedFiles", Dictionary(("Names", names)))))
            .With(Name("Lang"), new StringToken("fr-FR"))
            .With(Name("ViewerPreferences"), Dictionary(("DisplayDocTitle", BooleanToken.True)));
        Put(_root, _catalog);
    }

    public byte[] Finish()
    {
        var table = _file.Position;
        Write("xref\n");
        foreach (var (number, offset) in _offsets)
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n"));
        Write("trailer\n");
        _writer.WriteToken(Dictionary(
            ("Size", Number(_next)), ("Root", new IndirectReferenceToken(_root)), ("Prev", Number(_previousTable)),
            ("ID", new ArrayToken([Identity(0), Identity(PdfIdentity.Length)]))), _file);
        Write(string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{table}\n%%EOF\n"));
        return _file.ToArray();
    }

    public void Dispose() => _file.Dispose();

    // Flag 4 is Print: PDF/A forbids what is seen but not printed. The link itself has no border.
    private static DictionaryToken Annotation(SheetLink link) => Dictionary(
        ("Type", Name("Annot")), ("Subtype", Name("Link")), ("F", Number(4)), ("Border", Numbers(0, 0, 0)),
        ("Rect", Numbers(link.Place.Left, link.Place.Bottom, link.Place.Right, link.Place.Top)),
        ("A", Dictionary(("S", Name("URI")), ("URI", new StringToken(link.Address.AbsoluteUri)))));

    private IndirectReferenceToken Add(IToken token)
    {
        var reference = new IndirectReference(_next++, 0);
        Put(reference, token);
        return new IndirectReferenceToken(reference);
    }

    private void Put(IndirectReference reference, IToken token)
    {
        _offsets[reference.ObjectNumber] = _file.Position;
        _writer.WriteToken(new ObjectToken(XrefLocation.File(_file.Position), reference, token), _file);
        Write("\n");
    }

    private HexToken Identity(int from) => new(Convert.ToHexString(_identity, from, PdfIdentity.Length));

    private void Write(string text) => _file.Write(Encoding.ASCII.GetBytes(text));

    private static IEnumerable<(IndirectReference, DictionaryToken)> PagesUnder(Structure structure, IndirectReference node)
    {
        var dictionary = (DictionaryToken)structure.GetObject(node).Data;
        return dictionary.TryGet<ArrayToken>(NameToken.Kids, out var kids)
            ? kids.Data.Cast<IndirectReferenceToken>().SelectMany(k => PagesUnder(structure, k.Data))
            : [(node, dictionary)];
    }

    private static IndirectReference Reference(DictionaryToken dictionary, NameToken key) => ((IndirectReferenceToken)dictionary.Data[key]).Data;

    private static string DateOf(LocalDate day) => $"D:{day.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}000000Z";

    private static NameToken Name(string name) => NameToken.Create(name);

    private static NumericToken Number(double value) => new(value);

    private static ArrayToken Numbers(params double[] values) => new([.. values.Select(Number)]);

    private static StreamToken Stream(byte[] content, params (string Key, IToken Value)[] entries) =>
        new(Dictionary([.. entries, ("Length", Number(content.Length))]), content);

    private static DictionaryToken Dictionary(params (string Key, IToken Value)[] entries) =>
        new(entries.ToDictionary(e => Name(e.Key), e => e.Value));
}
