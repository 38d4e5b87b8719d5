using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Ledgers;

/// <summary>The vendor's records against ours, through the shipped simulator: what agrees, what is found, what it does to the invoice.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
[CancelAfter(120_000)]
internal sealed class LedgerComparisonTests(DatabaseEngine engine)
{
    // A Tuesday at eleven in Paris: the price of the day.
    private static readonly Instant Morning = Instant.FromUtc(2026, 9, 8, 9, 0);
    private static readonly LocalDate Day = new(2026, 9, 8);

    private Carrier _carrier = null!;
    private BillingHouse _house = null!;
    private PracticeId _practice;

    [SetUp]
    public async Task Open()
    {
        _carrier = await Carrier.Start(Morning);
        _house = new BillingHouse(engine, builder => _carrier.Serve(builder));
        _practice = await _house.AddPractice("a");
    }

    [TearDown]
    public async Task Shut()
    {
        await _house.DisposeAsync();
        await _carrier.DisposeAsync();
    }

    [Test]
    public async Task Records_that_agree_leave_no_finding_and_the_three_ledgers_are_kept()
    {
        await Call(ours: 100, theirs: 101);
        var compared = await Compare();
        await Compare();

        Assert.That((compared.CarrierLegs, compared.MeasuredLegs, compared.Open.Count), Is.EqualTo((2, 2, 0)), "one second is the two clocks'");
        var legs = await Rows<CarrierLeg>();
        Assert.That(legs.Select(l => (l.Seconds, l.Minutes, l.Price)).Order(), Is.EqualTo(new[] { (101L, 2L, (long?)17_000), (126L, 3L, 25_500) }));
        Assert.That(legs.Select(l => l.PracticeId), Has.All.EqualTo(_practice));
        var work = (await Rows<AgentHour>()).Single();
        Assert.That((work.Hour, work.Talk, work.WrapUp), Is.EqualTo((Morning, 100L, 20L)));
    }

    [Test]
    public async Task A_difference_keeps_the_call_off_the_invoice_and_comes_once_as_an_adjustment_when_settled()
    {
        await Call(ours: 4_000, theirs: 3_998);
        var finding = (await Compare()).Open.Single(f => f.Role == Domain.Calls.LegRole.Caller);
        Assert.That((finding.Difference, finding.OurSeconds, finding.TheirSeconds), Is.EqualTo((LegDifference.Length, 4_025L, 4_023L)));
        Assert.That(await Net(BillingHouse.September), Is.EqualTo(20_900), "subscription and set-up only");
        Assert.That(await Blocked(BillingHouse.September), Is.EqualTo(1));
        await _house.Close(_practice, BillingHouse.September);
        Assert.That((await _house.Issue(_practice, BillingHouse.September)).Value!.Totals.Net.MinorUnits, Is.EqualTo(20_900));

        foreach (var open in await Rows<Finding>())
            await Settle(open, SettlementView.OursHolds);
        Assert.That(await Blocked(BillingHouse.September), Is.Zero);
        var october = (await _house.Close(_practice, BillingHouse.October)).Value!.ReadCharged();
        // 4 000 s and 20 s of notes, 3 600 included: 420 s at 0.65 a minute.
        Assert.That(october.Lines.Where(l => MonthAdjustment.AdjustedBy(l) is not null).Select(l => l.Net), Is.EqualTo(new[] { new Money(455) }));
        Assert.That(await Net(new YearMonth(2026, 11)), Is.EqualTo(8_900), "once");
    }

    [Test]
    public async Task Where_the_vendor_s_record_holds_only_the_seconds_of_both_are_charged()
    {
        await Call(ours: 4_000, theirs: 3_900);
        await Compare();
        foreach (var finding in await Rows<Finding>())
            await Settle(finding, SettlementView.TheirsHolds);

        // 3 900 s and 20 s of notes, 3 600 included: 320 s at 0.65 a minute.
        Assert.That(await Net(BillingHouse.September), Is.EqualTo(20_900 + 347));
    }

    [Test]
    public async Task Seconds_that_only_the_vendor_has_are_never_charged()
    {
        await Call(ours: 4_000, theirs: 4_500);
        await Compare();
        foreach (var finding in await Rows<Finding>())
            await Settle(finding, SettlementView.TheirsHolds);

        Assert.That(await Net(BillingHouse.September), Is.EqualTo(20_900 + 455));
    }

    [Test]
    public async Task A_call_that_the_vendor_does_not_know_is_found_and_may_be_left_off_for_good()
    {
        await _house.AddHeardCall(_practice, Morning, 4_000);
        var found = (await Compare()).Open;
        Assert.That(found.Select(f => (f.Difference, f.OurSeconds)).Order(), Is.EqualTo(new[]
        {
            (LegDifference.UnknownToCarrier, 4_000L), (LegDifference.UnknownToCarrier, 4_025L),
        }));
        foreach (var finding in found)
            await Settle(finding, SettlementView.NeverInvoiced);
        await Compare();

        Assert.That(await Net(BillingHouse.September), Is.EqualTo(20_900));
        Assert.That(await Blocked(BillingHouse.September), Is.EqualTo(1));
        Assert.That((await Rows<Finding>()).Select(f => f.SettledAs), Has.All.EqualTo(Settlement.NeverInvoiced), "the same difference does not ask again");
    }

    [Test]
    public async Task A_leg_that_no_call_of_ours_knows_is_a_task_without_a_practice()
    {
        var (leg, phone) = await _carrier.Begin();
        _carrier.Pass(61);
        await Carrier.End(phone);
        var found = (await Compare()).Open.Single();

        Assert.That((found.Leg, found.Difference, found.TheirSeconds, found.PracticeId, found.Blocks), Is.EqualTo((leg, LegDifference.UnknownToUs, 61L, (PracticeId?)null, false)));
    }

    [Test]
    public async Task A_finding_closes_itself_when_the_records_agree_and_opens_again_when_they_differ_anew()
    {
        var legs = await Call(ours: 100, theirs: 110);
        await Compare();
        await Remeasure(seconds: 10);
        await Compare();
        Assert.That((await Rows<Finding>()).Single(f => f.Leg == legs.Caller).SettledAs, Is.EqualTo(Settlement.RecordsAgree));
        await Remeasure(seconds: -30);
        await Compare();
        Assert.That((await Rows<Finding>()).Single(f => f.Leg == legs.Caller).SettledAs, Is.Null);
    }

    [Test]
    public async Task A_price_in_another_currency_stands_apart_and_is_summed_with_no_euro()
    {
        _carrier.Options.PriceUnit = "USD";
        await Call(ours: 100, theirs: 100);
        await Compare();
        var report = await Report();

        Assert.That(report.Foreign, Is.EqualTo(new[] { new ForeignView("USD", 42_500, 2) }));
        Assert.That((report.Practices[0].CarrierCents, report.Practices[0].EstimatedLegs, report.Practices[0].CarrierMinutes), Is.EqualTo((0L, 0, 5L)));
    }

    [Test]
    public async Task While_no_price_is_told_the_price_list_stands_in_and_the_day_is_asked_for_again()
    {
        _carrier.Options.PricePerMinute = null;
        await Call(ours: 3_600, theirs: 3_600);
        await Compare();
        var untold = (await Report()).Practices[0];
        // 60 and 61 started minutes at 0.0085.
        Assert.That((untold.CarrierCents, untold.EstimatedLegs), Is.EqualTo((103L, 2)));
        _carrier.Options.PricePerMinute = 0.01m;
        await Compare();
        var told = (await Report()).Practices[0];
        Assert.That((told.CarrierCents, told.EstimatedLegs), Is.EqualTo((121L, 0)));
    }

    [Test]
    public async Task A_margin_sums_over_its_hours_and_what_no_hour_earned()
    {
        await Call(ours: 7_200, theirs: 7_200);
        await Compare();
        var margin = (await Report()).Practices[0];

        // 7 220 s less 3 600 at 0.65 a minute; two hours of work at 24.50.
        Assert.That(margin.RevenueCents, Is.EqualTo(20_900 + 3_922));
        Assert.That((margin.HandledSeconds, margin.AgentCents), Is.EqualTo((7_220L, 4_914L)));
        Assert.That(margin.MarginCents, Is.EqualTo(margin.RevenueCents - margin.CarrierCents - margin.AgentCents));
        Assert.That(margin.Hours.Select(h => h.Hour), Is.EqualTo(new[] { 11, 12, 13 }), "by the clock of Paris");
        Assert.That(margin.Hours.Sum(h => h.RevenueCents) + margin.FixedCents, Is.EqualTo(margin.RevenueCents));
        Assert.That(margin.FixedCents, Is.EqualTo(20_900).Within(1));
        Assert.That(margin.Hours.Sum(h => h.HandledSeconds), Is.EqualTo(7_220));
    }

    private async Task<(string Caller, string Agent)> Call(long ours, long theirs)
    {
        var start = _carrier.Now;
        var legs = await _carrier.Call(theirs);
        await _house.AddHeardCall(_practice, start, ours, legs.Caller, legs.Agent);
        return legs;
    }

    // A late fact moves the end of the measured call.
    private Task Remeasure(long seconds) => _house.Host.Store.Write(
        async (db, token) =>
        {
            var row = await db.Set<Server.Metering.MeteredCall>().SingleAsync(token);
            row.EndedAt += Duration.FromSeconds(seconds);
            row.Version++;
        },
        default);

    private Task<ComparedDay> Compare() => _house.Host.Services.GetRequiredService<CompareLedgers>().Day(Day, default);

    private Task<MarginReport> Report() => _house.Host.Services.GetRequiredService<ReportMargins>().Of(BillingHouse.September, null, default);

    private async Task Settle(Finding finding, SettlementView how)
    {
        var settled = await _house.Host.Services.GetRequiredService<SettleDifference>().Do(finding.Id, new SettleFinding(how, "vérifié"), Guid.NewGuid(), "Paul", default);
        Assert.That(settled.Value?.SettledAs, Is.EqualTo(how));
    }

    private Task<long> Net(YearMonth month) => WithContract(month, async (db, agreement, token) => (await MonthRating.Of(db, agreement.Contract, month, token)).Charged.Net.MinorUnits);

    private Task<int> Blocked(YearMonth month) => WithContract(
        month, (db, agreement, token) => BlockedCalls.Count(db, _practice, BillingPeriod.Of(month, agreement.Contract.Zone), token));

    private Task<T> WithContract<T>(YearMonth month, Func<ContactCenterDb, Agreement, CancellationToken, Task<T>> ask) => _house.Host.Store.Read(
        async (db, token) => await ask(
            db, (await Agreement.Read(db, _house.Host.Services.GetRequiredService<TariffShelf>().Book, _practice, month, token)).Value!, token),
        default);

    private Task<List<T>> Rows<T>()
        where T : class => _house.Host.Store.Read((db, token) => db.Set<T>().ToListAsync(token), default);
}
