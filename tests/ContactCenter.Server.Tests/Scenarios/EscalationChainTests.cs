using ContactCenter.Contracts.Consoles;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>A doubt rings the doctor on call, then the practice's line, then the 15, with the secretary and the caller together all the while.</summary>
[CancelAfter(120_000)]
internal sealed class EscalationChainTests
{
    private const string Doctor = "+33600000015";
    private const string PracticeLine = "+33180000002";

    private static async Task<(Floor Floor, Secretary Claire, ScriptedPhone Patient)> Talking()
    {
        var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        return (floor, claire, patient);
    }

    [Test]
    public async Task A_doubt_goes_from_the_doctor_to_the_line_of_the_practice_and_to_the_15()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        var voicemail = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        floor.Simulator.Put(PracticeLine, ScriptedPhone.Refuses());
        var rescue = floor.Simulator.Put("15", ScriptedPhone.LetsItRing());
        Assert.That((await claire.Transfer(TransferKindView.Doctor, null)).Outcome, Is.EqualTo(CommandOutcome.Done));
        await claire.Sees(v => v.Call?.Transfer is { TargetName: "Dr Martin", Phase: TransferPhase.Answered }, "the first attempt");
        Assert.That(claire.View.Call!.Phase, Is.EqualTo(CallPhase.Talking), "nobody is parked");
        await voicemail.IsOver();
        await Floor.Eventually(() => rescue.Leg is not null, "the 15 rings");
        await claire.Sees(v => v.Call?.Transfer is { Kind: TransferKindView.Emergency, Attempt: 3 }, "the third attempt");
        Assert.That(claire.View.Call!.EarlierAttempts.Select(t => (t.TargetName, t.Phase)), Is.EqualTo(
            [("Dr Martin", TransferPhase.Rejected), ("Ligne directe du cabinet", TransferPhase.Busy)]));
        Assert.That(claire.View.Call!.EarlierAttempts.Select(t => t.Seconds), Has.None.Null, "each attempt is timed");
        rescue.Leg!.Decision.TrySetResult(LegState.InProgress);
        await claire.Sees(v => v.Call is { EmergencyOpen: true, Transfer.Phase: TransferPhase.Bridged }, "the rescue on the line");
        Assert.That(rescue.Said, Is.Empty, "the 15 is asked for no key");
        patient.HangUp();
        await claire.WrapsUp("emergency");
        await floor.MeteredAsTheTruth(patient);
        Assert.That(floor.Simulator.Board.Faults, Is.Empty);
    }

    [Test]
    public async Task A_doctor_who_says_yes_joins_both_and_may_take_the_patient()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        var doctor = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        await claire.Transfer(TransferKindView.Doctor, null);
        await doctor.Hears("appuyez sur 1");
        doctor.Press("1");
        await claire.Sees(v => v.Call is { Phase: CallPhase.Talking, Transfer: { Kind: TransferKindView.Doctor, Phase: TransferPhase.Bridged } }, "the doctor with both");
        Assert.That((await claire.HandOver()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await claire.WrapsUp("transferred");
        Assert.That(patient.Leg!.IsOver, Is.False);
    }

    [Test]
    public async Task She_may_stop_the_search_and_nobody_else_is_rung()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        floor.Simulator.Put(Doctor, ScriptedPhone.Refuses());
        var line = floor.Simulator.Put(PracticeLine, ScriptedPhone.LetsItRing());
        var rescue = floor.Simulator.Put("15", ScriptedPhone.Answers());
        await claire.Transfer(TransferKindView.Doctor, null);
        await claire.Sees(v => v.Call?.Transfer is { Attempt: 2, Phase: TransferPhase.Ringing, CanStop: true }, "the second attempt");
        Assert.That((await claire.TakeBack()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await line.IsOver();
        await claire.Sees(v => v.Call is { Phase: CallPhase.Talking, Transfer.Phase: TransferPhase.Cancelled }, "the search stopped");
        await Task.Delay(1_500);
        Assert.That(rescue.Leg, Is.Null);
        Assert.That(patient.Leg!.IsOver, Is.False);
    }

    [Test]
    public async Task An_emergency_pushes_a_transfer_aside_and_the_parked_caller_is_back_at_once()
    {
        var (floor, claire, _) = await Talking();
        await using var __ = floor;
        var doctor = floor.Simulator.Put(Doctor, ScriptedPhone.LetsItRing());
        floor.Simulator.Put("15", ScriptedPhone.LetsItRing());
        await claire.Transfer(TransferKindView.Warm, null, Doctor);
        await claire.Sees(v => v.Call is { Phase: CallPhase.Consulting }, "the caller parked");
        await claire.Transfer(TransferKindView.Emergency, null);
        await claire.Sees(v => v.Call is { EmergencyOpen: true, Phase: CallPhase.Talking, Transfer.Kind: TransferKindView.Emergency }, "all together");
        await doctor.IsOver();
    }
}
