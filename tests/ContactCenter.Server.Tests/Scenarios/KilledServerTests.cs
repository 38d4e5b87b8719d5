using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Scenarios;

[CancelAfter(300_000)]
internal sealed class KilledServerTests
{
    [TearDown]
    public void BackToSqlite() => Floor.Engine = DatabaseEngine.Sqlite;

    [Test]
    public async Task A_server_killed_in_mid_call_and_started_anew_loses_neither_call_nor_second(
        [Values(DatabaseEngine.Sqlite, DatabaseEngine.PostgreSql)] DatabaseEngine engine)
    {
        Floor.Engine = engine;
        using var scripts = AlwaysOpen.Scripts();
        await using var floor = await Floor.OpenInItsOwnProcess(("Scripts:Root", scripts.Root));
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        var call = claire.View.Call!.CallId;
        await Task.Delay(1_200);

        await floor.KillProcess();
        await Task.Delay(500);
        await floor.StartProcess();

        await claire.IsConnectedAgain();
        await claire.Sees(v => v.Call is { Phase: CallPhase.Talking } same && same.CallId == call, "the same call again");
        Assert.That(patient.Leg!.IsOver, Is.False, "the telephone network kept them together");
        await Task.Delay(1_500);
        patient.HangUp();
        await claire.WrapsUp();
        var metered = await floor.MeteredAsTheTruth(patient);
        Assert.That(metered.Outcome, Is.EqualTo(CallOutcome.Answered));
        Assert.That(metered.TalkSeconds, Is.GreaterThanOrEqualTo(3), "what was said while the server was dead counts");
    }

    [Test]
    public async Task A_caller_who_waits_through_a_kill_keeps_her_place_and_is_answered()
    {
        using var scripts = AlwaysOpen.Scripts();
        await using var floor = await Floor.OpenInItsOwnProcess(("Scripts:Root", scripts.Root));
        // The vendor asks for the next document when the music is over; a caller whose document cannot be had is lost to us. It plays for longer than a start takes.
        floor.Simulator.Options.PlayLength = TimeSpan.FromMinutes(3);
        var patient = await floor.PatientWantsAppointment();
        await Floor.Eventually(() => patient.Heard.Any(h => h.Kind == "play"), "hold music");

        await floor.KillProcess();
        await floor.StartProcess();

        var claire = await floor.SignIn("claire");
        await claire.Answers();
        await patient.IsTogether();
        await Task.Delay(1_200);
        patient.HangUp();
        await claire.WrapsUp();
        await floor.MeteredAsTheTruth(patient);
    }
}
