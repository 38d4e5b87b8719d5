using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Commands;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Commands;

/// <summary>Months from the command line: what is said, the exit code, and what was written.</summary>
internal sealed class BillingCommandsTests
{
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    private BillingHouse _house = null!;
    private PracticeId _practice;
    private string _folder = "";

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(DatabaseEngine.Sqlite);
        _practice = await _house.AddPractice("alpha");
        await _house.AddPractice("beta");
        await _house.AddHeardCall(_practice, Morning, 3_980);
        _folder = Directory.CreateTempSubdirectory("contactcenter-export-").FullName;
    }

    [TearDown]
    public async Task Shut()
    {
        Directory.Delete(_folder, recursive: true);
        await _house.DisposeAsync();
    }

    [Test]
    public async Task A_month_is_closed_issued_and_exported_for_all_practices_each_with_its_line()
    {
        var (closed, closing, _) = await Run("close-month", "--month", "2026-09");
        var (issued, issuing, _) = await Run("issue", "--month", "2026-09");
        var (exported, exporting, _) = await Run("export-month", "--month", "2026-09", "--out", _folder);

        Assert.That((closed, issued, exported), Is.EqualTo((0, 0, 0)));
        // 89.00 + 120.00 + 400 s at 0.65 a minute; 89.00 + 120.00.
        Assert.That(closing, Does.Contain("[1/2] alpha 2026-09: closed, 213.33 EUR net").And.Contain("[2/2] beta 2026-09: closed, 209.00 EUR net"));
        Assert.That(issuing, Does.Contain("F2026-000001, 256.00 EUR with VAT").And.Contain("F2026-000002").And.Contain("2 done, 0 refused"));
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "alpha-2026-09.zip", "beta-2026-09.zip" }), exporting);
    }

    [Test]
    public async Task Run_again_nothing_is_done_twice_and_the_files_are_the_same()
    {
        await Run("close-month", "--month", "2026-09");
        await Run("issue", "--month", "2026-09");
        await Run("export-month", "--month", "2026-09", "--out", _folder);
        var first = await File.ReadAllBytesAsync(Path.Combine(_folder, "alpha-2026-09.zip"));

        var (exit, said, _) = await Run("issue", "--month", "2026-09");
        await Run("export-month", "--month", "2026-09", "--out", _folder);

        Assert.That((exit, said), Is.EqualTo((0, said)));
        Assert.That(await _house.Host.Store.Read((db, token) => db.Set<IssuedInvoice>().CountAsync(token), default), Is.EqualTo(2));
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(_folder, "alpha-2026-09.zip")), Is.EqualTo(first));
    }

    [Test]
    public async Task What_is_refused_is_said_and_leaves_no_file()
    {
        var (running, _, why) = await Run("close-month", "--month", "2026-11");
        var (open, _, _) = await Run("issue", "--month", "2026-09", "--practice", "alpha");
        var (unwritten, _, whyNot) = await Run("export-month", "--month", "2026-09", "--out", _folder);

        Assert.That((running, open, unwritten), Is.EqualTo((1, 1, 1)));
        Assert.That(why, Does.Contain($"[1/2] alpha 2026-11: {BillingProblems.MonthRuns}: This month has not ended"));
        Assert.That(whyNot, Does.Contain(BillingProblems.MonthOpen));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public async Task A_tariff_is_tried_on_a_month_that_was()
    {
        var (exit, said, _) = await Run("simulate-tariff", "--tariff", "essentiel", "--month", "2026-09", "--practice", "alpha");
        var (unknown, _, why) = await Run("simulate-tariff", "--tariff", "luxe", "--month", "2026-09", "--practice", "alpha");

        Assert.That(exit, Is.Zero);
        // Without set-up fee: 89.00 + 400 s at 0.65 a minute.
        Assert.That(said, Does.Contain("now 93.33 EUR, under essentiel@1#").And.Contain("93.33 EUR, difference 0.00 EUR"));
        Assert.That((unknown, why), Is.EqualTo((1, $"[1/1] alpha 2026-09: {BillingProblems.NoTariff}: There is no such tariff or version.\n")));
        Assert.That(await _house.Host.Store.Read((db, token) => db.Set<SettledMonth>().CountAsync(token), default), Is.Zero);
    }

    [Test]
    public void Stopped_in_the_middle_it_leaves_whole_months_and_no_stack()
    {
        using var stop = new CancellationTokenSource();
        var work = new MonthWork(_house.Host.Services, TextWriter.Null, TextWriter.Null);

        // The second practice is never begun, the first is closed as a whole.
        Assert.That(
            async () => await work.ForEach(null, BillingHouse.September, async (practice, month, token) =>
            {
                token.ThrowIfCancellationRequested();
                var closed = await work.CloseOne(practice, month, token);
                await stop.CancelAsync();
                return closed;
            }, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(
            async () => await _house.Host.Store.Read((db, token) => db.Set<SettledMonth>().Select(m => m.PracticeId).ToListAsync(token), default),
            Is.EqualTo(new[] { _practice }));
    }

    [TestCase("close-month", "--month", "september")]
    [TestCase("close-month")]
    [TestCase("issue", "--month", "2026-09", "--quickly")]
    [TestCase("simulate-tariff", "--month", "2026-09")]
    [TestCase("export-month", "--month", "2026-09")]
    public async Task A_question_that_makes_no_sense_gives_two(string command, params string[] args)
    {
        var (exit, _, why) = await Run(command, args);
        Assert.That((exit, why), Is.EqualTo((2, why)));
        Assert.That(why, Is.Not.Empty);
    }

    [Test]
    public async Task An_unknown_practice_is_named()
    {
        var (exit, _, why) = await Run("close-month", "--month", "2026-09", "--practice", "gamma");
        Assert.That((exit, why), Is.EqualTo((1, "There is no practice 'gamma'.\n")));
    }

    [Test]
    public async Task A_database_without_the_schema_is_said_and_left_alone()
    {
        await using var empty = new ServiceCollection()
            .AddSingleton(new Database(DatabaseEngine.Sqlite, "Data Source=empty.db", _folder)).BuildServiceProvider();
        using var errors = new StringWriter();

        Assert.That(await BillingCommands.Run("close-month", ["--month", "2026-09"], empty, TextWriter.Null, errors), Is.EqualTo(78));
        Assert.That(errors.ToString(), Does.Contain("schema"));
    }

    private async Task<(int Exit, string Output, string Errors)> Run(string command, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = await BillingCommands.Run(command, args, _house.Host.Services, output, errors);
        return (exit, output.ToString(), errors.ToString());
    }
}
