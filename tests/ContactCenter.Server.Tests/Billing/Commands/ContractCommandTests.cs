using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Commands;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Billing.Agreements;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Billing.Commands;

/// <summary>A contract from its file.</summary>
internal sealed class ContractCommandTests
{
    private const string Right = """
        buyer:
          name: Cabinet des Lilas
          siren: "552100554"
          address: 12 rue des Lilas
          post_code: "75019"
          city: Paris
        first: 2026-09-01
        tariffs:
          - { from: 2026-09-01, tariff: essentiel@1 }
        """;

    private BillingHouse _house = null!;
    private string _folder = "";

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(DatabaseEngine.Sqlite);
        _folder = Directory.CreateTempSubdirectory("contactcenter-contract-").FullName;
        await _house.Host.AddPractice("lilas");
        using var clerk = await AgreementClerk.At(_house.Host);
        await clerk.SaySeller();
    }

    [TearDown]
    public async Task Shut()
    {
        Directory.Delete(_folder, recursive: true);
        await _house.DisposeAsync();
    }

    [Test]
    public async Task A_file_makes_the_contract_and_run_again_changes_nothing()
    {
        var first = await Run(Right);
        var again = await Run(Right);
        var changed = await Run(Right.Replace("first:", "days_to_pay: 45\nfirst:", StringComparison.Ordinal));

        Assert.That(first, Is.EqualTo((0, "lilas: version 1 of the contract holds.\n", "")));
        Assert.That((again.Said, changed.Said), Is.EqualTo(("lilas: version 1 of the contract holds.\n", "lilas: version 2 of the contract holds.\n")));
        var history = await _house.Host.Store.Read((db, token) => db.Set<ContractRevision>().OrderBy(r => r.Version).Select(r => r.By).ToListAsync(token), default);
        Assert.That(history, Is.EqualTo(new[] { "anne", "anne" }));
    }

    [TestCase("  siren: \"552100554\"\n", "", "contract.yaml(2,3): error INV022: The practice's SIREN is missing or cannot exist. Nothing was saved.")]
    [TestCase("essentiel@1", "essentiel@7", "contract.yaml(9,33): error CON015: There is no tariff essentiel@7")]
    [TestCase("first: 2026-09-01", "first: someday", "contract.yaml(7,8): error SCR")]
    [TestCase("city: Paris", "city: [", "contract.yaml(")]
    public async Task What_is_wrong_is_said_at_its_place_and_nothing_is_saved(string written, string instead, string said)
    {
        var run = await Run(Right.Replace(written, instead, StringComparison.Ordinal));

        Assert.That((run.Exit, run.Said), Is.EqualTo((1, "")));
        Assert.That(run.Why, Does.Contain(said));
        Assert.That(await _house.Host.Store.Read((db, token) => db.Set<PracticeContract>().CountAsync(token), default), Is.Zero);
    }

    [Test]
    public async Task A_change_of_a_closed_month_is_refused_with_the_reason()
    {
        await Run(Right);
        var practice = await _house.Host.Store.Read((db, token) => db.Set<Practice>().Where(p => p.Slug == "lilas").Select(p => p.Id).SingleAsync(token), default);
        await _house.Close(practice, BillingHouse.September);
        var run = await Run(Right.Replace("first:", "last: 2026-09-20\nfirst:", StringComparison.Ordinal));

        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Why, Does.Contain("This change would touch 2026-09, but months are closed up to 2026-09"));
    }

    [Test]
    public async Task A_question_that_makes_no_sense_gives_two()
    {
        Assert.That((await Run(["--practice", "lilas"])).Exit, Is.EqualTo(2));
        Assert.That((await Run(["--practice", "lilas", "--file", Path.Combine(_folder, "none.yaml")])).Exit, Is.EqualTo(2));
    }

    [Test]
    public async Task The_journal_of_a_year_is_written_and_another_seller_has_an_empty_one()
    {
        await Run(Right);
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = await YearCommand.Run(["--year", "2026", "--out", _folder], _house.Host.Services, output, errors);

        Assert.That((exit, output.ToString(), errors.ToString()), Is.EqualTo((0, "732829320FEC20261231.txt\n", "")));
        Assert.That(await File.ReadAllLinesAsync(Path.Combine(_folder, "732829320FEC20261231.txt")), Has.Length.EqualTo(1));
    }

    private async Task<(int Exit, string Said, string Why)> Run(string yaml)
    {
        var file = Path.Combine(_folder, "contract.yaml");
        await File.WriteAllTextAsync(file, yaml);
        return await Run(["--practice", "lilas", "--file", file, "--by", "anne"]);
    }

    private async Task<(int Exit, string Said, string Why)> Run(string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        return (await ContractCommand.Run(args, _house.Host.Services, output, errors), output.ToString(), errors.ToString());
    }
}
