using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>A browser falls into a black hole in mid-call: its leg stays up, and nobody is behind it.</summary>
[CancelAfter(120_000)]
internal sealed class GhostAgentTests
{
    private static Task<Floor> Open() =>
        Floor.Open(("Routing:Lease", "4"), ("Routing:AgentBackWithin", "4"), ("Routing:FallbackRing", "4"), ("Routing:WrapUp", "1"));

    [Test]
    public async Task Ghost_seconds_are_cut_and_she_goes_on_from_her_own_phone()
    {
        await using var floor = await Open();
        var claire = await floor.SignIn("claire");
        var mobile = floor.Simulator.Put(DemoPractice.FallbackPhone(1).E164, ScriptedPhone.Answers());
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await Task.Delay(2_200);
        await claire.FallsIntoABlackHole();
        await patient.Hears("elle revient");
        await mobile.Hears("appuyez sur 1");
        mobile.Press("1");
        await mobile.IsTogether();
        await Task.Delay(5_500);
        Assert.That(patient.Leg!.IsOver, Is.False, "no console tells of her own phone, and she is there all the same");
        Assert.That(mobile.Leg!.IsOver, Is.False);
        patient.HangUp();
        var metered = await floor.MeteredAsTheTruth(patient);
        Assert.That(metered.TalkSeconds, Is.GreaterThanOrEqualTo(6));
        Assert.That(floor.Simulator.Board.Faults, Is.Empty);
    }

    [Test]
    public async Task When_her_phone_is_not_answered_either_the_call_goes_to_a_colleague_first()
    {
        await using var floor = await Open();
        var claire = await floor.SignIn("claire");
        floor.Simulator.Put(DemoPractice.FallbackPhone(1).E164, ScriptedPhone.LetsItRing());
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        var nadia = await floor.SignIn("nadia");
        await Task.Delay(1_200);
        await claire.FallsIntoABlackHole();
        await nadia.Answers();
        Assert.That(patient.Said.Any(s => s.Contains("une autre secrétaire", StringComparison.Ordinal)), Is.True, () => string.Join(" | ", patient.Said));
        await Task.Delay(1_200);
        patient.HangUp();
        await nadia.WrapsUp();
        await floor.MeteredAsTheTruth(patient);
    }

    [Test]
    public async Task A_server_that_was_away_for_longer_than_the_lease_declares_nobody_vanished()
    {
        await using var floor = await Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await floor.StopServer();
        await Task.Delay(6_000);
        await floor.StartServer();
        await Task.Delay(14_000);
        var vanished = await floor.Store.Read((db, token) => db.Set<CallFact>().CountAsync(f => f.Kind == nameof(AgentVanished), token), default);
        Assert.That(vanished, Is.Zero);
        Assert.That(patient.Leg!.IsOver, Is.False);
    }
}
