using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// Two servers on one PostgreSQL, and everybody decides about one offer at the same time: it ends in one way, and row, call and answers all tell the same.
/// </summary>
[FloorOn(DatabaseEngine.PostgreSql)]
[CancelAfter(900_000)]
internal sealed class AcceptRaceTests
{
    private static readonly int Rounds = RaceHouse.IsNightly ? 100 : 4;

    private Floor _floor = null!;
    private AgentId _hers;
    private AgentId _nadias;
    private Random _chance = null!;

    private Secretary Claire => _floor.Agents[0];

    [OneTimeSetUp]
    public async Task Open()
    {
        _floor = await Floor.Open(("Routing:AskAgainAfter", "0"), ("Routing:RungOutBeforePause", "1000000"));
        await _floor.AddNode();
        await _floor.SignIn("claire");
        (_hers, _nadias) = (await IdOf("claire"), await IdOf("nadia"));
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_floor is not null)
            await _floor.DisposeAsync();
    }

    [SetUp]
    public void Seed() => _chance = new Random(RaceHouse.Seed(TestContext.CurrentContext.Test.Name));

    [Test]
    public async Task Of_twenty_accepts_by_two_agents_at_two_servers_one_wins()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (offer, patient) = await Offered();
            var accepts = Enumerable.Range(0, 20).OrderBy(_ => _chance.Next())
                .Select(n => (Hers: n < 10, Answer: Race(() => Desk(n).Accept(n < 10 ? _hers : _nadias, offer, default)))).ToList();
            await Task.WhenAll(accepts.Select(a => a.Answer));
            Assert.That(accepts.Where(a => a.Hers).Select(a => a.Answer.Result), Is.All.EqualTo(CommandOutcome.Done), "a repetition is answered as the first");
            Assert.That(accepts.Where(a => !a.Hers).Select(a => a.Answer.Result), Is.All.EqualTo(CommandOutcome.NotFound), "it was not offered to her");
            await TellTheSame(offer, CommandOutcome.Done);
            await Clear(patient);
        }
    }

    [Test]
    public Task Accepting_and_ringing_out_at_once_end_in_one_way() => Against(async offer =>
    {
        var now = _floor.Server.Services.GetRequiredService<IClock>().GetCurrentInstant();
        await _floor.Store.Write((db, token) => db.Set<Offer>().Where(o => o.Id == offer && o.State == OfferState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.ExpiresAt, now).SetProperty(o => o.DeliveredAt, o => o.DeliveredAt ?? now), token), default);
        await Task.WhenAll(_floor.Nodes.Select(node => node.Services.GetRequiredService<DecideOffers>().CloseDue(default)));
    });

    [Test]
    public Task Accepting_and_withdrawing_at_once_end_in_one_way() => Against(_ =>
        Task.WhenAll(_floor.Nodes.Select(node => node.Services.GetRequiredService<DecideOffers>().Withdraw(_hers, default))));

    [Test]
    public Task Accepting_and_the_caller_s_hanging_up_at_once_end_in_one_way() => Against((_, patient) =>
    {
        patient.HangUp();
        return Task.CompletedTask;
    });

    private Task Against(Func<OfferId, Task> other) => Against((offer, _) => other(offer));

    private async Task Against(Func<OfferId, ScriptedPhone, Task> other)
    {
        var won = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (offer, patient) = await Offered();
            var accepts = Enumerable.Range(0, 4).Select(n => Race(() => Desk(n).Accept(_hers, offer, default))).ToList();
            var against = Race(async () =>
            {
                await other(offer, patient);
                return true;
            });
            await Task.WhenAll([.. accepts, against]);
            Assert.That(accepts.Select(a => a.Result).Distinct().ToList(), Has.Count.EqualTo(1), "all of them are told the same");
            await TellTheSame(offer, accepts[0].Result);
            won += accepts[0].Result == CommandOutcome.Done ? 1 : 0;
            await Clear(patient);
        }
        TestContext.Out.WriteLine($"accepted {won} of {Rounds}");
    }

    private DecideOffers Desk(int n) => _floor.Nodes[n % 2].Services.GetRequiredService<DecideOffers>();

    // Everybody starts within a few milliseconds, in another order each time.
    private Task<T> Race<T>(Func<Task<T>> run)
    {
        var pause = _chance.Next(0, 6);
        return Task.Run(async () =>
        {
            await Task.Delay(pause);
            return await run();
        });
    }

    private async Task<(OfferId, ScriptedPhone)> Offered()
    {
        var patient = await _floor.PatientWantsAppointment();
        return (new OfferId((await Claire.IsOffered()).OfferId), patient);
    }

    private async Task TellTheSame(OfferId id, CommandOutcome told)
    {
        Assert.That(told, Is.EqualTo(CommandOutcome.Done).Or.EqualTo(CommandOutcome.TooLate));
        await _floor.Store.Read(async (db, token) =>
        {
            var offer = await db.Set<Offer>().SingleAsync(o => o.Id == id, token);
            var facts = await db.Set<CallFact>().CountAsync(f => f.CallId == offer.CallId && f.Kind == nameof(OfferAccepted), token);
            Assert.Multiple(() =>
            {
                Assert.That(offer.State == OfferState.Accepted, Is.EqualTo(told == CommandOutcome.Done), $"the row says {offer.State}, she was told {told}");
                Assert.That(facts, Is.EqualTo(told == CommandOutcome.Done ? 1 : 0), "the call says the same");
            });
            return true;
        }, default);
    }

    /// <summary>The caller goes and she is free again, whatever became of the offer.</summary>
    private async Task Clear(ScriptedPhone patient)
    {
        patient.HangUp();
        await patient.IsOver();
        for (var end = DateTime.UtcNow.AddSeconds(60); !await IsFree(); await Task.Delay(50))
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), "she is free again and no offer is left open");
            if (Claire.View.Call?.Phase == CallPhase.WrapUp)
                await Claire.WrapsUp();
        }
    }

    private Task<bool> IsFree() => _floor.Store.Read(
        async (db, token) => await db.Set<AgentPresence>().AnyAsync(p => p.AgentId == _hers && p.Presence == Presence.Available, token)
            && !await db.Set<Offer>().AnyAsync(o => o.OpenForAgent != null || o.OpenForCall != null, token)
            && !await db.Set<CallRecord>().AnyAsync(c => c.State == CallState.Queued || c.State == CallState.Offered, token),
        default);

    private Task<AgentId> IdOf(string name) => _floor.Store.Read(
        async (db, token) => new AgentId(await db.Users.Where(u => u.Email == $"{name}@demo.contactcenter.local").Select(u => u.Id).SingleAsync(token)), default);
}
