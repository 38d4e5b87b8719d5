using System.Net.Http.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Commands;
using ContactCenter.Server.Billing.Evidence;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>Months that become no invoice: nothing was used, more is given back than charged, or the contract is over.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
internal sealed class MonthsWithoutInvoiceTests(DatabaseEngine engine)
{
    private const string PayPerUse = """
        tariff: a-la-seconde
        version: 1
        valid_from: 2026-01-01
        vat: "20"
        label: { fr: À la seconde, en: By the second }
        fees:
          temps:
            label: { fr: Temps, en: Time }
            counts: seconds
            per: minute
            price: "0.60"
        """;

    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    private ScriptFolderCopy _scripts = null!;
    private BillingHouse _house = null!;

    [SetUp]
    public void Open()
    {
        _scripts = new ScriptFolderCopy();
        _scripts.Write("tariffs/a-la-seconde.yaml", PayPerUse);
        _house = new BillingHouse(engine, builder => builder.UseSetting("Scripts:Root", _scripts.Root));
    }

    [TearDown]
    public async Task Shut()
    {
        await _house.DisposeAsync();
        _scripts.Dispose();
    }

    [Test]
    public async Task A_month_in_which_nothing_was_used_closes_as_nothing_to_invoice_and_the_next_goes_on()
    {
        var practice = await _house.AddPractice("a", tariffName: "a-la-seconde");
        await _house.AddCall(practice, Instant.FromUtc(2026, 10, 6, 9, 0), 600);
        using var clerk = await _house.Host.SignedIn(await _house.Host.AddUser("paul", Roles.Billing));
        Assert.That((await Overview(clerk, "2026-09")).Faults, Is.Empty, "no obstacle");

        Assert.That(await Run("close-month", "2026-09"), Is.EqualTo((0, "[1/1] a 2026-09: closed, nothing to invoice")));
        Assert.That(await Run("issue", "2026-09"), Is.EqualTo((0, "[1/1] a 2026-09: nothing to invoice")));
        Assert.That((await Overview(clerk, "2026-09")).State, Is.EqualTo(MonthState.NothingToInvoice));
        Assert.That((await _house.Issue(practice, BillingHouse.September)).Refusal?.Code, Is.EqualTo(BillingProblems.NothingToInvoice));

        await _house.Close(practice, BillingHouse.October);
        Assert.That((await _house.Issue(practice, BillingHouse.October)).Value?.Number, Is.EqualTo("F2026-000001"), "and no number was lost");
    }

    [Test]
    public async Task A_month_that_gives_back_more_than_it_charges_becomes_a_credit_note_on_the_invoice_it_corrects()
    {
        var practice = await _house.AddPractice("a", tariffName: "a-la-seconde");
        var call = await _house.AddHeardCall(practice, Morning, 6_000);
        await _house.Close(practice, BillingHouse.September);
        var invoice = (await _house.Issue(practice, BillingHouse.September)).Value!;
        await _house.AddCall(practice, Instant.FromUtc(2026, 10, 6, 9, 0), 600);
        await NeverInvoice(practice, call);
        await _house.Close(practice, BillingHouse.October);
        var note = (await _house.Issue(practice, BillingHouse.October)).Value!;

        // 6 000 s taken back, 600 s charged, at 0.60 a minute.
        Assert.That((note.Kind, note.Number, note.Corrects?.Number), Is.EqualTo((InvoiceKind.CreditNote, "A2026-000001", invoice.Number)));
        Assert.That((note.Totals.Net, note.Totals.Gross), Is.EqualTo((new Money(5_400), new Money(6_480))));
        Assert.That(note.Lines.Select(l => (l.Number, l.Net)), Is.EqualTo(new[] { (2, new Money(-600)), (3, new Money(6_000)) }), "after the invoice's own lines");
        Assert.That((await _house.Issue(practice, BillingHouse.October)).Value!.Number, Is.EqualTo(note.Number), "issued once");
        Assert.That((await _house.Close(practice, BillingHouse.October)).Value!.ReadCharged().Net, Is.EqualTo(new Money(-5_400)));
        var parts = await _house.Host.Store.Read((db, token) => InvoicedParts.Of(db, practice, call, token), default);
        Assert.That(parts.Select(p => (p.Number, p.Line)), Is.EqualTo(new[] { (invoice.Number, 1), (note.Number, 3) }), "the call leads to both");
        Assert.That((await _house.CreditAll(practice, invoice.Number!)).Value?.NetCents, Is.EqualTo(6_000), "what is left of the invoice's lines is as it was");
    }

    [Test]
    public async Task What_comes_after_the_last_month_of_a_contract_is_charged_in_a_month_of_its_own()
    {
        var practice = await _house.AddPractice("a", tariffName: "a-la-seconde", last: new(2026, 9, 30));
        await _house.AddCall(practice, Morning, 600);
        await _house.Close(practice, BillingHouse.September);
        await _house.Issue(practice, BillingHouse.September);
        using var clerk = await _house.Host.SignedIn(await _house.Host.AddUser("paul", Roles.Billing));
        Assert.That(await Months(clerk, "2026-10"), Is.Empty, "a contract that is over has no months");
        Assert.That((await _house.Close(practice, BillingHouse.October)).Refusal?.Code, Is.EqualTo(BillingProblems.NoContract));

        await _house.AddCall(practice, Morning + Duration.FromHours(1), 300);
        Assert.That((await Overview(clerk, "2026-10")).NetCents, Is.EqualTo(300));
        await _house.Close(practice, BillingHouse.October);
        var last = (await _house.Issue(practice, BillingHouse.October)).Value!;

        Assert.That((last.Kind, last.Totals.Net), Is.EqualTo((InvoiceKind.Invoice, new Money(300))));
        Assert.That(await Months(clerk, "2026-11"), Is.Empty, "once");
    }

    [Test]
    public async Task What_is_given_back_after_the_last_month_of_a_contract_is_a_credit_note()
    {
        var practice = await _house.AddPractice("a", tariffName: "a-la-seconde", last: new(2026, 9, 30));
        var call = await _house.AddHeardCall(practice, Morning, 600);
        await _house.Close(practice, BillingHouse.September);
        await _house.Issue(practice, BillingHouse.September);
        await NeverInvoice(practice, call);
        await _house.Close(practice, BillingHouse.October);

        Assert.That((await _house.Issue(practice, BillingHouse.October)).Value!.Totals.Net, Is.EqualTo(new Money(600)));
    }

    private Task NeverInvoice(PracticeId practice, Domain.Calls.CallId call) => _house.Host.Store.Write(
        (db, _) =>
        {
            db.Add(new Finding
            {
                Id = Guid.CreateVersion7(), Leg = $"leg-{call.Value:N}", PracticeId = practice, CallId = call, FoundAt = Morning,
                SettledAt = Morning, SettledAs = Settlement.NeverInvoiced,
            });
            return Task.CompletedTask;
        },
        default);

    private async Task<(int Exit, string Line)> Run(string name, string month)
    {
        using var said = new StringWriter();
        var exit = await BillingCommands.Run(name, ["--month", month], _house.Host.Services, said, said);
        return (exit, said.ToString().Split(Environment.NewLine)[0]);
    }

    private static async Task<List<MonthOverview>> Months(HttpClient clerk, string month) =>
        (await clerk.GetFromJsonAsync<List<MonthOverview>>($"/api/billing/months?month={month}", TestJson.Options))!;

    private static async Task<MonthOverview> Overview(HttpClient clerk, string month) => (await Months(clerk, month)).Single();
}
