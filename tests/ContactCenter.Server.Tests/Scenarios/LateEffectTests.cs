using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>What leaves through the outbox may come twice, and late: a server stood still with it, or died after it was done.</summary>
[CancelAfter(120_000)]
internal sealed class LateEffectTests
{
    [Test]
    public async Task A_caller_who_talks_is_not_torn_away_by_the_redirect_that_led_her_there()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await patient.IsTogether();

        await Again(floor, patient);
        await Floor.Eventually(() => Pending(floor).GetAwaiter().GetResult() == 0, "an empty outbox");
        await Task.Delay(1_500);

        Assert.That(patient.Leg!.IsOver, Is.False);
        Assert.That(floor.Simulator.Truth.Of(patient.Leg.Sid).Segments.Count(s => s.Kind == TrueSegmentKind.Talk), Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_that_stood_still_with_an_effect_for_as_long_as_its_lease_does_nothing_any_more()
    {
        await using var floor = await Floor.Open();
        var patient = await floor.PatientWantsAppointment();
        await Floor.Eventually(() => patient.Heard.Any(h => h.Kind == "play"), "hold music");
        var services = floor.Server.Services;
        await services.GetRequiredService<CarryOutEffects>().StopAsync(default);
        await Again(floor, patient);
        var hand = new CountingHand();
        CarryOutEffects On(TimeProvider time) => new(
            floor.Store, services.GetRequiredService<Sealer>(), services.GetRequiredService<CallDesk>(), services.GetRequiredService<CallSignals>(), new EffectHands([hand]),
            services.GetRequiredService<IClock>(), time, NullLogger<CarryOutEffects>.Instance);

        using var stoodStill = On(new HalfAMinuteEachLook());
        await stoodStill.Pass(default);
        Assert.That((hand.Carried, await Pending(floor)), Is.EqualTo((0, 1)), "it is left to whoever claims it next");

        await floor.Store.Write((db, token) => db.Set<PendingEffect>().ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, Instant.FromUtc(2020, 1, 1, 0, 0)), token), default);
        using var awake = On(TimeProvider.System);
        await awake.Pass(default);
        Assert.That((hand.Carried, await Pending(floor)), Is.EqualTo((1, 0)));
    }

    /// <summary>The redirect into the conference is in the outbox once more.</summary>
    private static Task Again(Floor floor, ScriptedPhone patient) => floor.Store.Write(
        async (db, token) =>
        {
            var call = await db.Set<CallRecord>().SingleAsync(c => c.CallerLeg == patient.Leg!.Sid, token);
            var number = ++call.EffectsWritten;
            var redirect = new RedirectCaller(new LegRef(call.CallerLeg), new CallRoute(CallRouteKind.Join));
            db.Add(new PendingEffect
            {
                CallId = call.Id, Number = number, Kind = nameof(RedirectCaller), DueAt = call.ArrivedAt,
                Effect = floor.Server.Services.GetRequiredService<Sealer>().Seal<CallEffect>(CallFile.EffectRow(call, number), redirect),
            });
            call.Version++;
        },
        default);

    private static Task<int> Pending(Floor floor) => floor.Store.Read((db, token) => db.Set<PendingEffect>().CountAsync(token), default);

    private sealed class CountingHand : IEffectHand
    {
        public int Carried { get; private set; }

        public bool Carries(CallEffect effect) => true;

        public Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken)
        {
            Carried++;
            return Task.FromResult(EffectOutcome.Done);
        }
    }

    private sealed class HalfAMinuteEachLook : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => Interlocked.Increment(ref _looks) * 30 * TimestampFrequency;
    }
}
