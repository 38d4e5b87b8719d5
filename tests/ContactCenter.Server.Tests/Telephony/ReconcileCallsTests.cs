using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.Server.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Telephony;

[CancelAfter(60_000)]
internal sealed class ReconcileCallsTests
{
    [Test]
    public async Task A_call_whose_end_was_never_told_is_closed_by_the_vendor_s_own_record()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await patient.IsTogether();
        await Task.Delay(1_200);
        var secret = floor.Server.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<TwilioOptions>>().Value;
        var token = secret.AuthToken;
        secret.AuthToken = "every notice is refused";
        patient.HangUp();
        await Floor.Eventually(() => patient.Leg!.IsOver, "the leg's end");
        await Task.Delay(500);
        secret.AuthToken = token;
        var reconcile = floor.Server.Services.GetRequiredService<ReconcileCalls>();
        Assert.That(await reconcile.Pass(default), Is.Zero, "not due yet");
        await AskNow(floor);
        await claire.WrapsUp();
        var metered = await floor.Metered();
        Assert.That(metered.Outcome, Is.EqualTo(CallOutcome.Answered));
        Assert.That(metered.TalkSeconds, Is.EqualTo(floor.Simulator.Truth.TalkSeconds(patient.Leg!.Sid)));
    }

    [Test]
    public async Task A_call_that_ended_unheard_is_found_in_seconds_because_her_console_holds_no_leg()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await patient.IsTogether();
        var secret = floor.Server.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<TwilioOptions>>().Value;
        var token = secret.AuthToken;
        secret.AuthToken = "every notice is refused";
        patient.HangUp();
        await Floor.Eventually(() => patient.Leg!.IsOver, "the leg's end");
        await Task.Delay(500);
        secret.AuthToken = token;
        await claire.Sees(v => v.Call is { Phase: Contracts.Consoles.CallPhase.WrapUp }, "the end of the call", seconds: 45);
    }

    [Test]
    public async Task A_talk_of_which_no_notice_came_at_all_is_metered_from_the_vendor_s_record()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.IsOffered();
        floor.Simulator.Suffer(new TwilioSimulator.ChaosOptions { DropPercent = 100 });
        await claire.Accept();
        await patient.IsTogether();
        await Task.Delay(1_200);
        patient.HangUp();
        await Floor.Eventually(() => patient.Leg!.IsOver, "the leg's end");
        await Floor.Eventually(() => Asked(floor).Result is { TalkSeconds: > 0 }, "the seconds of the record");
        await claire.WrapsUp();
        Assert.That((await floor.Metered()).TalkSeconds, Is.EqualTo(floor.Simulator.Truth.TalkSeconds(patient.Leg!.Sid)));

        static async Task<MeteredCall?> Asked(Floor floor)
        {
            await AskNow(floor);
            return await floor.Store.Read((db, t) => db.Set<MeteredCall>().SingleOrDefaultAsync(t), default);
        }
    }

    [Test]
    public async Task A_hold_whose_notices_were_lost_is_told_by_the_answers_to_our_own_wishes()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await patient.IsTogether();
        var secret = floor.Server.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<TwilioOptions>>().Value;
        var token = secret.AuthToken;
        secret.AuthToken = "every notice is refused";
        await claire.Hold();
        await claire.Sees(v => v.Call is { Phase: Contracts.Consoles.CallPhase.OnHold }, "the hold");
        await Task.Delay(2_500);
        await claire.Resume();
        await claire.Sees(v => v.Call is { Phase: Contracts.Consoles.CallPhase.Talking }, "the end of the hold");
        await Task.Delay(1_500);
        secret.AuthToken = token;
        patient.HangUp();
        await claire.WrapsUp();
        var metered = await floor.Metered();
        Assert.That(metered.TalkSeconds, Is.EqualTo(floor.Simulator.Truth.TalkSeconds(patient.Leg!.Sid)));
        Assert.That(metered.HoldSeconds, Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public async Task A_caller_without_an_agent_is_asked_for_within_minutes_of_silence()
    {
        await using var floor = await Floor.Open();
        await floor.PatientWantsAppointment();
        CallRecord? queued = null;
        await Floor.Eventually(() => (queued = Call().Result) is { State: CallState.Queued }, "the queue");
        Assert.That(queued!.CheckDueAt - queued.StateSince, Is.LessThan(Duration.FromMinutes(3)));

        Task<CallRecord?> Call() => floor.Store.Read((db, token) => db.Set<CallRecord>().SingleOrDefaultAsync(token), default);
    }

    // The server asks by itself in seconds or minutes; here every call is due now.
    private static async Task AskNow(Floor floor)
    {
        await floor.AskVendorNow();
        await floor.Server.Services.GetRequiredService<ReconcileCalls>().Pass(default);
    }
}
