using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Billing.Exports;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Exports;

/// <summary>A closed month as files: the same bytes whenever they are asked for.</summary>
internal sealed class MonthBundleTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    private BillingHouse _house = null!;
    private PracticeId _practice;
    private HttpClient _clerk = null!;

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(DatabaseEngine.Sqlite);
        var before = await _house.AddPractice("a");
        _practice = await _house.AddPractice("b");
        foreach (var practice in new[] { before, _practice })
        {
            await _house.AddHeardCall(practice, Morning, 4_000);
            await _house.Close(practice, BillingHouse.September);
            await _house.Issue(practice, BillingHouse.September);
        }

        _clerk = await _house.Host.SignedIn(await _house.Host.AddUser("clerk", Roles.Billing));
    }

    [TearDown]
    public async Task Shut()
    {
        _clerk.Dispose();
        await _house.DisposeAsync();
    }

    [Test]
    public async Task The_bundle_holds_every_file_and_is_the_same_after_late_calls_and_a_restart()
    {
        var first = await Part(ExportParts.Bundle);
        await _house.AddHeardCall(_practice, Morning + Duration.FromHours(2), 600);
        await using var restarted = _house.Host.OnSameData();
        using var clerk = await restarted.SignedIn(await restarted.AddUser("second", Roles.Billing));

        Assert.That(await clerk.GetByteArrayAsync(Address(ExportParts.Bundle)), Is.EqualTo(first));
        Assert.That(Unpacked(first).Keys, Is.EqualTo(new[]
        {
            "calls.csv", "lines.csv", "month.json", "fec.txt",
            "invoices/F2026-000002-cii.xml", "invoices/F2026-000002-ubl.xml", "invoices/F2026-000002.pdf",
        }));
    }

    [TestCase(ExportParts.Calls)]
    [TestCase(ExportParts.Lines)]
    [TestCase(ExportParts.Json)]
    [TestCase(ExportParts.Fec)]
    public async Task Each_part_is_the_file_of_the_bundle(string part) =>
        Assert.That(await Part(part), Is.EqualTo(Unpacked(await Part(ExportParts.Bundle))[part]));

    [Test]
    public async Task The_files_tell_the_month_and_nobody_s_number()
    {
        var files = Unpacked(await Part(ExportParts.Bundle));
        var (calls, lines, json) = (Text(files["calls.csv"]), Text(files["lines.csv"]), JsonDocument.Parse(files["month.json"]).RootElement);

        Assert.That(calls.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
        Assert.That(lines, Does.Contain("F2026-000002").And.Contain(",SEC,"));
        Assert.That(json.GetProperty("charged").EnumerateArray().SelectMany(l => l.GetProperty("uses").EnumerateArray()).Sum(u => u.GetProperty("quantity").GetInt64()),
            Is.EqualTo(4_020));
        Assert.That(files.Where(f => !f.Key.EndsWith(".pdf", StringComparison.Ordinal)).Select(f => Text(f.Value)), Has.None.Contains("77788899"));
    }

    [Test]
    public async Task The_journal_goes_on_where_the_seller_s_other_invoices_end_and_balances()
    {
        var rows = Text(await Part(ExportParts.Fec)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('\t')).ToList();

        Assert.That(rows[0], Is.EqualTo(FecFile.Columns));
        Assert.That(rows.Skip(1).Select(r => r[2]), Has.All.EqualTo("2"), "the first number is the other practice's");
        Assert.That(rows.Skip(1).Sum(r => Cents(r[11]) - Cents(r[12])), Is.Zero);
        static long Cents(string amount) => long.Parse(amount.Replace(",", "", StringComparison.Ordinal), null);
    }

    [Test]
    public async Task A_credit_note_adds_its_files_and_changes_none()
    {
        var before = Unpacked(await Part(ExportParts.Bundle));
        await _house.CreditAll(_practice, "F2026-000002");
        var after = Unpacked(await Part(ExportParts.Bundle));

        Assert.That(after.Keys.Except(before.Keys), Is.EqualTo(new[] { "invoices/A2026-000001-cii.xml", "invoices/A2026-000001-ubl.xml", "invoices/A2026-000001.pdf" }));
        foreach (var (name, content) in before.Where(f => f.Key.StartsWith("invoices/", StringComparison.Ordinal) || f.Key == "calls.csv"))
            Assert.That(after[name], Is.EqualTo(content), name);
        Assert.That(Text(after["fec.txt"]), Does.StartWith(Text(before["fec.txt"])));
    }

    [Test]
    public async Task An_open_month_and_an_unknown_part_are_refused()
    {
        var open = await _clerk.GetAsync(Address(ExportParts.Bundle).Replace("2026-09", "2026-10", StringComparison.Ordinal));
        Assert.That((open.StatusCode, await open.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, BillingProblems.MonthOpen)));
        Assert.That((await _clerk.GetAsync(Address("passwd"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var staff = await _house.Host.SignedIn(await _house.Host.AddUser("staff", Roles.PracticeStaff, _practice));
        Assert.That((await staff.GetAsync(Address(ExportParts.Bundle))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private Task<byte[]> Part(string part) => _clerk.GetByteArrayAsync(Address(part));

    private string Address(string part) => $"/api/billing/practices/{_practice.Value}/months/2026-09/export/{part}";

    private static Dictionary<string, byte[]> Unpacked(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = new MemoryStream();
            using var entry = e.Open();
            entry.CopyTo(content);
            return content.ToArray();
        });
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);
}
