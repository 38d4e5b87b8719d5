using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Billing.Agreements;
using ContactCenter.Server.Tests.Support;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>An invoice to the wrong address is replaced, in the books too, and all that leads to it leads to the one that stands.</summary>
internal sealed class CorrectedInvoiceTests
{
    private const string First = "F2026-000001";
    private const string Second = "F2026-000002";

    private BillingHouse _house = null!;
    private PracticeId _practice;
    private AgreementClerk _clerk = null!;

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(DatabaseEngine.Sqlite);
        _practice = await _house.Host.AddPractice("lilas");
        _clerk = await AgreementClerk.At(_house.Host);
        await _clerk.SaySeller();
        await _clerk.Saved(_practice, 0, AgreementClerk.Contract);
        await _house.AddHeardCall(_practice, Instant.FromUtc(2026, 9, 8, 9, 0), 3_980);
        await _house.Close(_practice, BillingHouse.September);
        await _house.Issue(_practice, BillingHouse.September);
    }

    [TearDown]
    public async Task Shut()
    {
        _clerk.Dispose();
        await _house.DisposeAsync();
    }

    private string Address => $"/api/billing/practices/{_practice.Value}";

    [Test]
    public async Task The_corrected_invoice_takes_the_place_of_the_wrong_one()
    {
        await _clerk.Saved(_practice, 1, AgreementClerk.Contract with { Buyer = AgreementClerk.Lilas with { Line = "14 rue des Lilas" } });
        var look = await _clerk.Get<InvoiceCorrection>($"{Address}/invoices/{First}/correction");
        Assert.That(look!.Changes, Is.EqualTo(new[] { new ChangedField("buyer.address", "12 rue des Lilas", "14 rue des Lilas") }));

        var key = Guid.NewGuid();
        var corrected = await Summary(await _clerk.Post($"{Address}/invoices/{First}/correction", null, key));
        var again = await Summary(await _clerk.Post($"{Address}/invoices/{First}/correction", null, key));
        Assert.That((corrected.Number, corrected.Kind, corrected.Corrects, again.Number), Is.EqualTo((Second, InvoiceKindView.Corrected, First, Second)));

        var (old, shown) = (await _clerk.Get<InvoiceView>($"{Address}/invoices/{First}"), await _clerk.Get<InvoiceView>($"{Address}/invoices/{Second}"));
        Assert.That((old!.Summary.ReplacedBy, old.Buyer.Line, shown!.Buyer.Line), Is.EqualTo((Second, "12 rue des Lilas", "14 rue des Lilas")));
        Assert.That(shown.Lines, Is.EqualTo(old.Lines));
        var month = (await _clerk.Get<MonthOverview[]>("/api/billing/months?month=2026-09"))!.Single();
        Assert.That((month.InvoiceNumber, (await _house.Issue(_practice, BillingHouse.September)).Value!.Number), Is.EqualTo((Second, Second)));
        foreach (var form in new[] { "cii", "ubl", "pdf" })
            Assert.That((await _clerk.Http.GetAsync($"{Address}/invoices/{Second}/files/{form}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_books_reverse_the_wrong_one_and_book_the_right_one()
    {
        await _clerk.Saved(_practice, 1, AgreementClerk.Contract with { Buyer = AgreementClerk.Lilas with { Siren = BillingHouse.SellerSiren } });
        await _clerk.Post($"{Address}/invoices/{First}/correction");

        foreach (var fec in new[] { $"{Address}/months/2026-09/export/fec.txt", "/api/billing/fec?year=2026" })
        {
            var rows = (await _clerk.Http.GetStringAsync(fec)).Split("\r\n")[1..^1].Select(r => r.Split('\t')).ToList();
            long Sum(string account, string client, int column) => rows.Where(r => r[4] == account && r[6] == client).Sum(r => Cents(r[column]));

            Assert.That(rows.Select(r => r[2]).Distinct(), Is.EqualTo(new[] { "1", "2" }), fec);
            foreach (var entry in rows.GroupBy(r => r[2]))
                Assert.That(entry.Sum(r => Cents(r[11])), Is.EqualTo(entry.Sum(r => Cents(r[12]))));
            // One sale in all: the first client owes nothing any more. 213.33 and 20 %.
            Assert.That(Sum("706000", "", 12) - Sum("706000", "", 11), Is.EqualTo(21_333));
            Assert.That(Sum("411000", "552100554", 11) - Sum("411000", "552100554", 12), Is.Zero);
            Assert.That(Sum("411000", BillingHouse.SellerSiren, 11), Is.EqualTo(25_600));
        }
    }

    [Test]
    public async Task What_says_the_same_already_or_was_taken_back_is_not_corrected()
    {
        Assert.That(await Refusal($"{Address}/invoices/{First}/correction"), Is.EqualTo((HttpStatusCode.UnprocessableEntity, BillingProblems.NothingToCorrect)));
        await _clerk.Saved(_practice, 1, AgreementClerk.Contract with { DaysToPay = 10 });
        await _clerk.Post($"{Address}/invoices/{First}/correction");
        Assert.That(await Refusal($"{Address}/invoices/{First}/correction"), Is.EqualTo((HttpStatusCode.Conflict, BillingProblems.Replaced)));
        Assert.That(await Refusal($"{Address}/invoices/{First}/credit-notes", new CreditInvoice()), Is.EqualTo((HttpStatusCode.Conflict, BillingProblems.Replaced)));

        await _clerk.Post($"{Address}/invoices/{Second}/credit-notes", new CreditInvoice());
        await _clerk.Saved(_practice, 2, AgreementClerk.Contract);
        Assert.That(await Refusal($"{Address}/invoices/{Second}/correction"), Is.EqualTo((HttpStatusCode.UnprocessableEntity, BillingProblems.NotIssued)));
    }

    [Test]
    public async Task What_was_credited_of_the_wrong_one_is_not_credited_again()
    {
        await _clerk.Post($"{Address}/invoices/{First}/credit-notes", new CreditInvoice([new(3, 300)]));
        await _clerk.Saved(_practice, 1, AgreementClerk.Contract with { DaysToPay = 10 });
        await _clerk.Post($"{Address}/invoices/{First}/correction");

        Assert.That(await Refusal($"{Address}/invoices/{Second}/credit-notes", new CreditInvoice([new(3, 101)])), Is.EqualTo((HttpStatusCode.UnprocessableEntity, BillingProblems.NotIssued)));
        var rest = await Summary(await _clerk.Post($"{Address}/invoices/{Second}/credit-notes", new CreditInvoice()));
        // 213.33 less 300 s at 0.65 a minute.
        Assert.That((rest.NetCents, rest.Corrects), Is.EqualTo((21_008L, Second)));
        Assert.That((await _clerk.Get<InvoiceView>($"{Address}/invoices/{Second}"))!.CreditNotes, Is.EqualTo(new[] { "A2026-000001", "A2026-000002" }));
    }

    [Test]
    public async Task A_client_that_has_credit_notes_cannot_become_another()
    {
        await _clerk.Post($"{Address}/invoices/{First}/credit-notes", new CreditInvoice([new(3, 300)]));
        await _clerk.Saved(_practice, 1, AgreementClerk.Contract with { Buyer = AgreementClerk.Lilas with { Siren = BillingHouse.SellerSiren } });

        var refused = await _clerk.Post($"{Address}/invoices/{First}/correction");
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("COR003"));
    }

    private static long Cents(string amount) => long.Parse(amount.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private async Task<(HttpStatusCode, string?)> Refusal(string address, object? body = null)
    {
        var answer = await _clerk.Post(address, body);
        return (answer.StatusCode, await answer.ProblemCode());
    }

    private static async Task<InvoiceSummary> Summary(HttpResponseMessage answer)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<InvoiceSummary>(TestJson.Options))!;
    }
}
