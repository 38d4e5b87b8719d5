using System.Globalization;
using System.Text.Json;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Billing;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Metering;

/// <summary>The command <c>export-calls</c>: what is said, the exit code, and what was written.</summary>
internal sealed class ExportCallsTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);
    private BillingHouse _house = null!;
    private string _folder = "";

    [OneTimeSetUp]
    public async Task Open()
    {
        _house = new BillingHouse(DatabaseEngine.Sqlite);
        await _house.AddPractice("alpha");
    }

    [OneTimeTearDown]
    public async Task Shut() => await _house.DisposeAsync();

    [SetUp]
    public void Empty() => _folder = Directory.CreateTempSubdirectory("contactcenter-calls-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_folder, recursive: true);

    private string Out => Path.Combine(_folder, "calls");

    [Test]
    public async Task The_rows_of_a_month_sum_to_its_totals_in_both_formats()
    {
        var practice = await _house.AddPractice("rows");
        await _house.AddHeardCall(practice, Morning, 61);
        await _house.AddHeardCall(practice, Morning + Duration.FromHours(2), 1_234);
        // Half past midnight of the first of October in Paris: still September by the world's clock, October's by the practice's.
        await _house.AddHeardCall(practice, Instant.FromUtc(2026, 9, 30, 22, 30), 600);

        var (exit, said, _) = await Run("--practice", "rows", "--month", "2026-09", "--out", Out);
        Assert.That((exit, said), Is.EqualTo((0, $"2 calls, 2 answered, 1295 s of talk, 0 appointments: {Out}\n")));
        var rows = Csv.Read(await File.ReadAllTextAsync(Out));
        var (header, calls) = (rows[0], rows[1..]);
        Assert.That(calls, Has.Count.EqualTo(2));
        long Seconds(List<string> call, string column) => long.Parse(call[header.IndexOf(column)], CultureInfo.InvariantCulture);
        Assert.That(calls.Sum(call => Seconds(call, "talk_s")), Is.EqualTo(1_295));
        foreach (var call in calls)
            Assert.That(OfTheLeg(header).Sum(column => Seconds(call, column)), Is.EqualTo(Seconds(call, "leg_s")), "the segments are the leg");

        await Run("--practice", "rows", "--month", "2026-09", "--format", "json", "--out", Out);
        var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Out)).RootElement;
        var totals = json.GetProperty("totals");
        Assert.That(totals.GetProperty("calls").GetInt32(), Is.EqualTo(json.GetProperty("calls").GetArrayLength()));
        foreach (var sum in new[] { "talkSeconds", "holdSeconds", "consultSeconds", "waitingSeconds", "wrapUpSeconds", "legSeconds", "appointments" })
            Assert.That(totals.GetProperty(sum).GetInt64(), Is.EqualTo(json.GetProperty("calls").EnumerateArray().Sum(c => c.GetProperty(sum).GetInt64())), sum);
        Assert.That(totals.GetProperty("talkSeconds").GetInt64(), Is.EqualTo(1_295));
    }

    [Test]
    public async Task The_same_month_gives_the_same_bytes_and_an_older_file_is_replaced()
    {
        await _house.AddHeardCall(await _house.AddPractice("bytes"), Morning, 61);
        await File.WriteAllTextAsync(Out, new string('x', 100_000));
        await Run("--practice", "bytes", "--month", "2026-09", "--out", Out);
        var first = await File.ReadAllBytesAsync(Out);
        await Run("--practice", "bytes", "--month", "2026-09", "--out", Out);
        Assert.That(await File.ReadAllBytesAsync(Out), Is.EqualTo(first));
        Assert.That(first[..6], Is.EqualTo("cdr_id"u8.ToArray()), "no byte order mark");
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "nothing is left beside it");
    }

    [TestCase("september")]
    [TestCase("2026-13")]
    [TestCase("2026-9")]
    public async Task A_wrong_month_is_said_and_nothing_written(string month)
    {
        var (exit, _, why) = await Run("--practice", "alpha", "--month", month, "--out", Out);
        Assert.That((exit, why), Is.EqualTo((2, $"'{month}' is no month: write it as 2026-11.\n")));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public async Task An_unknown_practice_is_named_and_nothing_written()
    {
        var (exit, _, why) = await Run("--practice", "gamma", "--month", "2026-09", "--out", Out);
        Assert.That((exit, why), Is.EqualTo((1, "There is no practice 'gamma'.\n")));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public async Task A_file_that_cannot_be_written_is_said_and_leaves_nothing_behind()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "taken"));
        foreach (var path in new[] { Path.Combine(_folder, "missing", "calls.csv"), Path.Combine(_folder, "taken") })
        {
            var (exit, said, why) = await Run("--practice", "alpha", "--month", "2026-09", "--out", path);
            Assert.That((exit, said), Is.EqualTo((1, "")));
            Assert.That(why, Does.StartWith($"'{path}' cannot be written: ").And.Contain("Name a file in a folder that exists").And.Not.Contain("   at "));
        }
        Assert.That(Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EqualTo(new[] { "taken" }));
    }

    [TestCase]
    [TestCase("--practice", "alpha", "--out", "x")]
    [TestCase("--practice", "alpha", "--month", "2026-09", "--out", "x", "--format", "xml")]
    public async Task A_question_that_makes_no_sense_gives_two(params string[] args)
    {
        var (exit, said, why) = await Run(args);
        Assert.That((exit, said), Is.EqualTo((2, "")));
        Assert.That(why, Is.Not.Empty);
    }

    [Test]
    public async Task A_database_without_the_schema_is_said_and_left_alone()
    {
        await using var empty = new ServiceCollection().AddSingleton(new Database(DatabaseEngine.Sqlite, "Data Source=empty.db", _folder)).BuildServiceProvider();
        using var errors = new StringWriter();
        Assert.That(await ExportCalls.Run(["--practice", "alpha", "--month", "2026-09", "--out", Out], empty, TextWriter.Null, errors), Is.EqualTo(78));
        Assert.That(errors.ToString(), Does.Contain("schema"));
        Assert.That(File.Exists(Out), Is.False);
    }

    private static IEnumerable<string> OfTheLeg(List<string> header) => header.Where(h => h.EndsWith("_s", StringComparison.Ordinal) && h is not ("wrap_up_s" or "leg_s"));

    private async Task<(int Exit, string Said, string Errors)> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = await ExportCalls.Run(args, _house.Host.Services, output, errors);
        return (exit, output.ToString(), errors.ToString());
    }
}
