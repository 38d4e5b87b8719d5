using System.Net;
using System.Text.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Agreements;

/// <summary>A practice's contract from nothing to its invoice, and what may change of it afterwards.</summary>
internal sealed class ContractTests
{
    private BillingHouse _house = null!;
    private PracticeId _practice;
    private AgreementClerk _clerk = null!;

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(DatabaseEngine.Sqlite);
        _practice = await _house.Host.AddPractice("lilas");
        _clerk = await AgreementClerk.At(_house.Host);
    }

    [TearDown]
    public async Task Shut()
    {
        _clerk.Dispose();
        await _house.DisposeAsync();
    }

    private string Address => $"/api/billing/practices/{_practice.Value}";

    [Test]
    public async Task A_practice_that_had_no_contract_gets_one_and_its_invoice()
    {
        await _clerk.SaySeller();
        var proposed = await _clerk.Get<ContractView>($"{Address}/contract");
        Assert.That((proposed!.Version, proposed.Contract.Buyer.Name, proposed.Contract.First), Is.EqualTo((0, "Cabinet lilas", new DateOnly(2026, 12, 1))));

        await _clerk.Saved(_practice, 0, AgreementClerk.Contract with { Credits = [new(CreditReason.Goodwill, "Panne du 3", "Outage of the 3rd", 1_000, "2026-09")] });
        await _house.AddCall(_practice, Instant.FromUtc(2026, 9, 8, 9, 0), 4_000);
        await _clerk.Post($"{Address}/months/2026-09/close");
        var issued = await _clerk.Post($"{Address}/months/2026-09/issue");
        Assert.That(issued.StatusCode, Is.EqualTo(HttpStatusCode.OK), await issued.Content.ReadAsStringAsync());
        var invoice = await _clerk.Get<InvoiceView>($"{Address}/invoices/F2026-000001");

        // 89.00 + 120.00 + 400 s at 0.65 a minute - 10.00.
        Assert.That((invoice!.Summary.NetCents, invoice.Buyer.Siren, invoice.Seller.Name), Is.EqualTo((20_333L, "552100554", "Secrétariat & Cie")));
        Assert.That(invoice.Lines[^1].LabelFr, Is.EqualTo("Geste commercial : Panne du 3"));
        var overview = (await _clerk.Get<ContractOverview[]>("/api/billing/contracts"))!.Single();
        Assert.That((overview.Buyer, overview.Tariff), Is.EqualTo(("Cabinet des Lilas", "essentiel@1")));
        var shelf = await _clerk.Get<TariffShelfView>("/api/billing/tariffs");
        Assert.That((shelf!.Tariffs.Single(t => t.Id == "essentiel@1").Practices.Single(), shelf.ChangedSinceStart), Is.EqualTo(("Cabinet lilas", false)));
    }

    [Test]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_saved()
    {
        var sellerless = await _clerk.Save(_practice, 0, AgreementClerk.Contract);
        Assert.That((sellerless.StatusCode, await sellerless.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, BillingProblems.NoSeller)));
        await _clerk.SaySeller();
        var wrong = AgreementClerk.Contract with
        {
            Buyer = AgreementClerk.Lilas with { Siren = "", VatNumber = "FR1" },
            Region = "Corse",
            DaysToPay = 90,
            Credits = [new(CreditReason.Goodwill, "", "", 0, "september")],
        };

        var refused = await _clerk.Save(_practice, 0, wrong);
        var body = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        var faults = body.GetProperty("faults").Deserialize<BillingFaultView[]>(TestJson.Options)!;

        Assert.That((refused.StatusCode, body.GetProperty("code").GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, BillingProblems.WrongContract)));
        Assert.That(faults.Select(f => (f.Field, f.Code)), Is.EquivalentTo(new[]
        {
            ("buyer.siren", "INV022"), ("buyer.vat_number", "INV023"), ("region", "CON003"), ("days_to_pay", "INV007"), ("credits[0].amount", "CON030"), ("credits[0].reason", "CON031"), ("credits[0].month", "CON004"),
        }));
        Assert.That(await Count<PracticeContract>() + await Count<ContractRevision>(), Is.Zero);
    }

    [Test]
    public async Task The_seller_is_checked_as_the_invoice_would_be()
    {
        var wrong = new SaveSeller(0, AgreementClerk.Lilas with { Siren = "123456789" }, "FR00", false);
        var refused = await _clerk.Http.PutAsync("/api/billing/seller", System.Net.Http.Json.JsonContent.Create(wrong, options: TestJson.Options));

        var faults = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("faults").Deserialize<BillingFaultView[]>(TestJson.Options)!;
        Assert.That(faults.Select(f => $"{f.Field} {f.Code}"), Is.EqualTo(new[] { "siren INV020", "vat_number INV021", "iban INV024" }));
        Assert.That(await Count<SellerRevision>(), Is.Zero);
    }

    [Test]
    public async Task Sent_twice_it_is_saved_once_and_an_older_version_is_refused()
    {
        await _clerk.SaySeller();
        var key = Guid.NewGuid();
        await _clerk.Save(_practice, 0, AgreementClerk.Contract, key);
        var again = await _clerk.Save(_practice, 0, AgreementClerk.Contract, key);
        var older = await _clerk.Save(_practice, 0, AgreementClerk.Contract with { DaysToPay = 45 });
        var same = await _clerk.Saved(_practice, 1, AgreementClerk.Contract);

        Assert.That((again.StatusCode, older.StatusCode, await older.ProblemCode()), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict, BillingProblems.ChangedMeanwhile)));
        Assert.That((same.Version, await Count<ContractRevision>()), Is.EqualTo((1, 1)), "nothing changed");
    }

    [Test]
    public async Task The_history_tells_who_changed_what()
    {
        await _clerk.SaySeller();
        await _clerk.Saved(_practice, 0, AgreementClerk.Contract);
        using var other = await AgreementClerk.At(_house.Host, "paul");
        await other.Saved(_practice, 1, AgreementClerk.Contract with
        {
            Buyer = AgreementClerk.Lilas with { Line = "14 rue des Lilas" },
            Tariffs = [.. AgreementClerk.Contract.Tariffs, new(new(2027, 1, 1), null)],
        });

        var history = await _clerk.Get<ContractChange[]>($"{Address}/contract/history");
        Assert.That(history!.Select(h => (h.Version, h.By)), Is.EqualTo(new[] { (2, "paul"), (1, "clerk") }));
        Assert.That(history![0].Changes, Is.EqualTo(new ChangedField[]
        {
            new("buyer.address", "12 rue des Lilas", "14 rue des Lilas"), new("tariffs", null, "2027-01-01 -"),
        }));
        Assert.That(history[1].Changes.Select(c => c.Field), Does.Contain("buyer.siren").And.Contain("days_to_pay"));
    }

    [Test]
    public async Task What_would_touch_a_closed_month_is_refused_and_what_comes_after_is_prorated()
    {
        await _clerk.SaySeller();
        await _clerk.Saved(_practice, 0, AgreementClerk.Contract);
        await _clerk.Post($"{Address}/months/2026-09/close");
        var form = AgreementClerk.Contract;
        ContractForm[] touching =
        [
            form with { First = new(2026, 8, 1), Tariffs = [new(new(2026, 8, 1), "essentiel@1")] },
            form with { First = new(2026, 9, 2), Tariffs = [new(new(2026, 9, 2), "essentiel@1")] },
            form with { Last = new(2026, 9, 29) },
            form with { Tariffs = [.. form.Tariffs, new(new(2026, 9, 30), null)] },
            form with { Region = "AlsaceMoselle" },
            form with { TimeZone = "Indian/Reunion" },
            form with { Discounts = [new("a", "a", 100, "2026-09", "2026-12")] },
            form with { Credits = [new(CreditReason.Agreed, "a", "a", 100, "2026-09")] },
        ];
        foreach (var change in touching)
        {
            var refused = await _clerk.Save(_practice, 1, change);
            Assert.That((refused.StatusCode, await refused.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, BillingProblems.ClosedMonth)), $"{change}");
        }

        // Parties may be put right at any time: that is what lets a closed month be invoiced after all.
        await _clerk.Saved(_practice, 1, form with { Buyer = AgreementClerk.Lilas with { City = "Lyon" }, DaysToPay = 10 });
        await _clerk.Saved(_practice, 2, form with { Last = new(2026, 10, 12), Discounts = [new("a", "a", 1_000, "2026-10", "2026-12")] });
        var october = await _clerk.Get<MonthDraft>($"{Address}/months/2026-10/draft");
        // 89.00 x 12 / 31 is 34.45; a tenth off.
        Assert.That(october!.Totals.NetCents, Is.EqualTo(3_100));
    }

    [Test]
    public async Task Nobody_but_the_clerk_sees_a_contract()
    {
        using var staff = await _house.Host.SignedIn(await _house.Host.AddUser("staff", Roles.PracticeStaff, _practice));
        foreach (var address in new[] { $"{Address}/contract", $"{Address}/contract/history", "/api/billing/contracts", "/api/billing/seller", "/api/billing/tariffs", "/api/billing/fec?year=2026" })
            Assert.That((await staff.GetAsync(address)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
        Assert.That((await _clerk.Http.GetAsync($"/api/billing/practices/{Guid.NewGuid()}/contract")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private Task<int> Count<T>()
        where T : class => _house.Host.Store.Read((db, token) => db.Set<T>().CountAsync(token), default);
}
