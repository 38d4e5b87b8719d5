using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>From stored seconds to an invoice that stays what it is.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
internal sealed class MonthCloseTests(DatabaseEngine engine)
{
    // A Tuesday at eleven in Paris: the price of the day.
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);

    private BillingHouse _house = null!;
    private PracticeId _practice;

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(engine);
        _practice = await _house.AddPractice("a");
    }

    [TearDown]
    public async Task Shut() => await _house.DisposeAsync();

    [Test]
    public async Task A_month_is_the_database_s_own_sum_to_the_second_and_the_cent()
    {
        for (var i = 0; i < 60; i++)
            await _house.AddCall(_practice, Morning + Duration.FromSeconds(i * 240), 90 + (i * 7));
        await _house.Close(_practice, BillingHouse.September);
        var invoice = (await _house.Issue(_practice, BillingHouse.September)).Value!;

        var seconds = await _house.Host.Store.Read((db, token) => db.Set<MeteredCall>().Where(m => m.PracticeId == _practice).SumAsync(m => m.TalkSeconds, token), default);
        Assert.That(invoice.Lines.Where(l => l.UnitCode == "SEC").Sum(l => l.Quantity), Is.EqualTo(seconds));
        // 89.00 a month holds 3 600 seconds; 120.00 once; 0.65 a minute beyond.
        var expected = 8_900 + 12_000 + (long)Math.Round((seconds - 3_600) * 65m / 60m, MidpointRounding.AwayFromZero);
        Assert.That(invoice.Totals.Net.MinorUnits, Is.EqualTo(expected));
    }

    [Test]
    public async Task Closing_and_issuing_again_changes_no_byte()
    {
        await _house.AddCall(_practice, Morning, 4_000);
        var closed = (await _house.Close(_practice, BillingHouse.September)).Value!;
        var first = (await _house.Issue(_practice, BillingHouse.September)).Value!;
        await _house.AddCall(_practice, Morning + Duration.FromHours(2), 60);

        Assert.That((await _house.Close(_practice, BillingHouse.September)).Value!.Charged, Is.EqualTo(closed.Charged));
        var second = (await _house.Issue(_practice, BillingHouse.September)).Value!;
        Assert.That(InvoiceFiles.Write(second, "cii"), Is.EqualTo(InvoiceFiles.Write(first, "cii")));
        Assert.That(InvoiceFiles.Write(second, "ubl"), Is.EqualTo(InvoiceFiles.Write(first, "ubl")));
    }

    [Test]
    public async Task A_late_fact_is_charged_with_the_next_month_and_never_again()
    {
        await _house.AddCall(_practice, Morning, 4_000);
        await _house.Close(_practice, BillingHouse.September);
        await _house.AddCall(_practice, Morning + Duration.FromHours(2), 600);

        var october = (await _house.Close(_practice, BillingHouse.October)).Value!.ReadCharged();
        // 600 s at 0.65 a minute.
        Assert.That(october.Lines.Where(l => l.Key.StartsWith("2026-09/", StringComparison.Ordinal)).Select(l => l.Net), Is.EqualTo(new[] { new Money(650) }));
        var november = await _house.Host.Store.Read(
            async (db, token) =>
            {
                var shelf = (TariffShelf)_house.Host.Services.GetService(typeof(TariffShelf))!;
                var agreement = (await Agreement.Read(db, shelf.Book, _practice, new YearMonth(2026, 11), token)).Value!;
                return await MonthRating.Of(db, agreement.Contract, new YearMonth(2026, 11), token);
            },
            default);
        Assert.That(november.Moved, Is.Empty);
    }

    [Test]
    public async Task A_month_that_runs_or_comes_too_early_stays_open()
    {
        Assert.That((await _house.Close(_practice, new YearMonth(2026, 11))).Refusal?.Code, Is.EqualTo(BillingProblems.MonthRuns));
        Assert.That((await _house.Close(_practice, BillingHouse.October)).Refusal?.Code, Is.EqualTo(BillingProblems.EarlierMonthOpen));
        Assert.That((await _house.Close(_practice, new YearMonth(2026, 8))).Refusal?.Code, Is.EqualTo(BillingProblems.NoContract));
        Assert.That((await _house.Issue(_practice, BillingHouse.September)).Refusal?.Code, Is.EqualTo(BillingProblems.MonthOpen));
    }
}
