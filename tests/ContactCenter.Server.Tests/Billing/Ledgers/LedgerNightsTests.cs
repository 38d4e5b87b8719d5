using ContactCenter.Server.Billing.Commands;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Ledgers;

/// <summary>When a day is compared, by whom, and from the command line.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
[CancelAfter(120_000)]
internal sealed class LedgerNightsTests(DatabaseEngine engine)
{
    private static readonly LocalDate Yesterday = new(2026, 11, 22);
    private Carrier _carrier = null!;
    private BillingHouse _house = null!;

    [SetUp]
    public async Task Open()
    {
        _carrier = await Carrier.Start(Instant.FromUtc(2026, 11, 22, 9, 0));
        // The test does what the night would do.
        _house = new BillingHouse(engine, builder =>
        {
            _carrier.Serve(builder);
            builder.ConfigureTestServices(services => services.RemoveAll<IHostedService>());
        });
        await _house.AddPractice("a");
    }

    [TearDown]
    public async Task Shut()
    {
        await _house.DisposeAsync();
        await _carrier.DisposeAsync();
    }

    [Test]
    public async Task A_day_is_compared_by_one_of_the_nodes_once()
    {
        await Leg(61);
        await using var other = _house.Host.OnSameData();
        var nights = new[] { _house.Host, other }.Select(h => h.Services.GetRequiredService<LedgerNights>()).ToList();
        var done = await Task.WhenAll(nights.Select(n => n.Pass(default)));

        Assert.That(done.SelectMany(d => d), Is.EqualTo(new[] { Yesterday }));
        Assert.That(await nights[0].Pass(default), Is.Empty);
        Assert.That((await Rows<Finding>()).Single().TheirSeconds, Is.EqualTo(61));
        var day = (await Rows<LedgerDay>()).Single();
        Assert.That((day.CarrierLegs, day.Open, day.DueAt), Is.EqualTo((1, 1, (Instant?)Instant.FromUtc(2026, 11, 24, 2, 0))), "an open finding is looked at again the next night");
    }

    [Test]
    public async Task A_quiet_day_is_done_and_a_house_that_stood_still_makes_up_for_its_days()
    {
        await _house.Host.Store.Write((db, _) => { db.Add(new LedgerDay { Day = Yesterday.PlusDays(-3), ComparedAt = Instant.FromUtc(2026, 11, 20, 2, 0) }); return Task.CompletedTask; }, default);
        var done = await _house.Host.Services.GetRequiredService<LedgerNights>().Pass(default);

        Assert.That(done, Is.EqualTo(new[] { Yesterday.PlusDays(-2), Yesterday.PlusDays(-1), Yesterday }));
        Assert.That((await Rows<LedgerDay>()).Select(d => d.DueAt), Has.All.Null);
    }

    [Test]
    public async Task A_day_of_more_legs_than_a_page_holds_is_read_to_its_end()
    {
        await _carrier.RingInVain(7);
        var (leg, phone) = await _carrier.Begin();
        _carrier.Pass(5);
        await Carrier.End(phone);
        var read = await _house.Host.Services.GetRequiredService<CarrierRecords>().OfDay(Yesterday, pageSize: 3, default);

        Assert.That(read.Select(l => l.Leg).Distinct().Count(), Is.EqualTo(8));
        Assert.That(read.Single(l => l.Seconds > 0).Leg.Value, Is.EqualTo(leg));
    }

    [Test]
    public async Task The_command_says_what_it_found()
    {
        var leg = await Leg(61);
        var (exit, said, _) = await Run("--day", "2026-11-22");
        Assert.That(exit, Is.Zero);
        Assert.That(said, Does.Contain($"{leg}: UnknownToUs, ours 0 s, theirs 61 s, call unknown").And.Contain("2026-11-22: 1 legs of the vendor, 0 of ours, 1 differ"));
    }

    [TestCase("2026-11-32", 2, "is no day")]
    [TestCase("2026-12-24", 2, "has not begun")]
    public async Task The_command_refuses_what_is_no_day_of_the_past(string day, int code, string sentence)
    {
        var (exit, _, errors) = await Run("--day", day);
        Assert.That(exit, Is.EqualTo(code));
        Assert.That(errors, Does.Contain(sentence));
    }

    [Test]
    public async Task A_vendor_that_does_not_answer_leaves_everything_as_it_is()
    {
        await Leg(61);
        await using var locked = new BillingHouse(engine, builder =>
        {
            _carrier.Serve(builder, token: "wrong");
            builder.ConfigureTestServices(services => services.RemoveAll<IHostedService>());
        });
        using var said = new StringWriter();
        using var errors = new StringWriter();
        var exit = await LedgerCommand.Run(["--day", "2026-11-22"], locked.Host.Services, said, errors);

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(errors.ToString(), Does.Contain("could not be read (20003)").And.Contain("Nothing was changed"));
        Assert.That(await locked.Host.Store.Read((db, token) => db.Set<CarrierLeg>().CountAsync(token), default), Is.Zero);
    }

    private async Task<string> Leg(long seconds)
    {
        var (leg, phone) = await _carrier.Begin();
        _carrier.Pass(seconds);
        await Carrier.End(phone);
        return leg;
    }

    private async Task<(int Exit, string Said, string Errors)> Run(params string[] args)
    {
        using var said = new StringWriter();
        using var errors = new StringWriter();
        return (await BillingCommands.Run(LedgerCommand.Name, args, _house.Host.Services, said, errors), said.ToString(), errors.ToString());
    }

    private Task<List<T>> Rows<T>()
        where T : class => _house.Host.Store.Read((db, token) => db.Set<T>().ToListAsync(token), default);
}
