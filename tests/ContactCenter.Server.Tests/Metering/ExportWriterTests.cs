using System.Text;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Metering;

/// <summary>The export of calls as a spreadsheet and a strict reader see it.</summary>
internal sealed class ExportWriterTests
{
    private static readonly DateTimeOffset Morning = new(2026, 9, 8, 9, 0, 0, TimeSpan.Zero);

    // A disposition is a word of ours today and a practice's own tomorrow; a slug is what somebody typed.
    [TestCase("=HYPERLINK(\"http://evil\")")]
    [TestCase("+33")]
    [TestCase("@SUM(A1:A9)")]
    [TestCase("\t=1")]
    [TestCase("a,b\r\n\"c\"")]
    public void A_cell_is_harmless_and_read_back_as_it_was(string text)
    {
        var call = new ExportedCall(Guid.NewGuid(), "+33180000001", Morning, null, null, Morning, CallOutcome.Answered, null, text, 1, 2, 3, 4, 5, 6, 7, []);
        var bytes = ExportWriter.Write(new CallExport("alpha", "2026-09", "Europe/Paris", [call], ExportTotals.Of([call])), ExportFormat.Csv);
        var written = Encoding.UTF8.GetString(bytes);
        Assert.That(written.Split("\r\n")[0], Does.Not.Contain('"').And.Not.Contain(' '));
        Assert.That(written, Does.EndWith("\r\n"));
        var rows = Csv.Read(written);
        Assert.That(rows.Select(r => r.Count), Is.All.EqualTo(rows[0].Count), "as many cells in each row");
        Assert.That(rows[1], Has.None.Matches<string>(cell => cell.TrimStart() is ['=' or '+' or '-' or '@', ..]), "nothing that a spreadsheet would run");
        Assert.That(rows[1][rows[0].IndexOf("disposition")].TrimStart('\''), Is.EqualTo(text));
        Assert.That(rows[1][rows[0].IndexOf("line")], Is.EqualTo("'+33180000001"));
    }
}
