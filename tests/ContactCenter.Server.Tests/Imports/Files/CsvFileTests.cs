using System.Text;
using ContactCenter.Server.Imports;
using ContactCenter.Server.Imports.Files;

namespace ContactCenter.Server.Tests.Imports.Files;

internal sealed class CsvFileTests
{
    [TestCase("a;b\n1;2\n")]
    [TestCase("a,b\r\n1,2\r\n")]
    [TestCase("a\tb\r1\t2")]
    public void The_separator_and_the_line_ends_are_those_of_the_file(string text)
    {
        var file = CsvFile.Read(text, out _)!;
        Assert.That(file.Header.Cells.Select(c => c.Text), Is.EqualTo(["a", "b"]));
        Assert.That(file.Rows.Single().Cells.Select(c => c.Text), Is.EqualTo(["1", "2"]));
    }

    [Test]
    public void Every_cell_knows_its_place_after_quoted_separators_quotes_and_line_ends()
    {
        var file = CsvFile.Read("a;b;c\n\"x;\"\"y\"\"\nz\";2; three \n;;\n4;5;6", out _)!;
        Assert.That(file.Rows, Has.Count.EqualTo(2), "a row of separators alone is none");
        Assert.That(file.Rows[0].Cells, Is.EqualTo([new SheetCell("x;\"y\"\nz", 2, 1), new SheetCell("2", 3, 4), new SheetCell("three", 3, 6)]));
        Assert.That(file.Rows[1].Cells[2], Is.EqualTo(new SheetCell("6", 5, 5)));
    }

    [Test]
    public void A_quote_that_is_never_closed_is_named_where_it_opens()
    {
        Assert.That(CsvFile.Read("a,b\n1,\"open\n2,3\n", out var fault), Is.Null);
        Assert.That(fault, Is.EqualTo(new ImportFault(2, 3, ImportCodes.OpenQuote, ImportWords.OpenQuote)));
    }

    [TestCase("")]
    [TestCase("a;b\n")]
    public void A_file_without_rows_is_refused(string text)
    {
        Assert.That(CsvFile.Read(text, out var fault), Is.Null);
        Assert.That(fault!.Code, Is.EqualTo(ImportCodes.Empty));
    }

    [Test]
    public void A_file_of_too_many_rows_is_refused_at_the_first_too_many()
    {
        var text = "a\n" + string.Concat(Enumerable.Repeat("1\n", ImportLimits.Rows));
        Assert.That(CsvFile.Read(text, out _)!.Rows, Has.Count.EqualTo(ImportLimits.Rows));
        Assert.That(CsvFile.Read(text + "1\n", out var fault), Is.Null);
        Assert.That((fault!.Code, fault.Line), Is.EqualTo((ImportCodes.TooLarge, ImportLimits.Rows + 2)));
    }

    [Test]
    public void Headings_are_known_whatever_their_accents_case_and_punctuation() => Assert.That(
        new[] { "Date de naissance", "DATE_NAISSANCE", "date-naissance", "Téléphone 2" }.Select(SheetColumns.Plain),
        Is.EqualTo(["datenaissance", "datenaissance", "datenaissance", "telephone2"]));

    [Test]
    public void Text_is_read_by_its_mark_as_utf_8_or_as_windows_1252()
    {
        const string text = "nom;prénom\nLefèvre;Zoé – “œuvre” €\n";
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        byte[][] written = [Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], western.GetBytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]];
        Assert.That(written.Select(w => FileText.Of(w)), Is.All.EqualTo(text));
    }

    [Test]
    public void The_apostrophe_that_keeps_a_number_from_being_a_formula_is_taken_off() =>
        Assert.That(CsvFile.Read("a;b\n'+33612345678;'tHoen\n", out _)!.Rows[0].Cells.Select(c => c.Text), Is.EqualTo(["+33612345678", "'tHoen"]));
}
