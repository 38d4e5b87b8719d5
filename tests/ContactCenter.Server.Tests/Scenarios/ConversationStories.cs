using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.Server.Tests.Scenarios;

[CancelAfter(90_000)]
internal abstract class ConversationStories
{
    private const string Doctor = "+33600000015";

    private static async Task<(Floor Floor, Secretary Claire, ScriptedPhone Patient)> Talking()
    {
        var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        return (floor, claire, patient);
    }

    private static async Task EqualsTheTruth(Floor floor, ScriptedPhone patient)
    {
        await floor.MeteredAsTheTruth(patient);
        Assert.That(floor.Simulator.Board.Faults, Is.Empty);
    }

    [Test]
    public async Task Held_seconds_are_not_talk_seconds()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        await Task.Delay(1_200);
        Assert.That((await claire.Hold()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await claire.Sees(v => v.Call?.Phase == CallPhase.OnHold, "on hold");
        await Task.Delay(2_200);
        await claire.Resume();
        await claire.Sees(v => v.Call?.Phase == CallPhase.Talking, "talking again");
        await Task.Delay(1_200);
        patient.HangUp();
        await claire.WrapsUp();
        Assert.That((await floor.Metered()).HoldSeconds, Is.GreaterThanOrEqualTo(2));
        await EqualsTheTruth(floor, patient);
    }

    [Test]
    public async Task A_warm_transfer_briefs_the_doctor_and_hands_the_patient_over()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        var doctor = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        Assert.That((await claire.Transfer(TransferKindView.Warm, null, Doctor)).Outcome, Is.EqualTo(CommandOutcome.Done));
        await doctor.Hears("appuyez sur 1");
        doctor.Press("1");
        await claire.Sees(v => v.Call?.Transfer?.Phase == TransferPhase.Briefing, "the doctor accepted");
        Assert.That((await claire.HandOver()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await claire.WrapsUp("transferred");
        await patient.IsTogether();
        Assert.That(patient.Leg!.IsOver, Is.False, "the patient goes on with the doctor");
        doctor.HangUp();
        await patient.IsOver();
        Assert.That((await floor.Metered(m => m.Outcome != CallOutcome.Open)).Outcome, Is.EqualTo(CallOutcome.Transferred));
        await EqualsTheTruth(floor, patient);
    }

    [Test]
    public async Task A_doctor_who_does_not_answer_leaves_the_patient_with_the_secretary()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        floor.Simulator.Put(Doctor, ScriptedPhone.Refuses());
        await claire.Transfer(TransferKindView.Warm, null, Doctor);
        await claire.Sees(v => v.Call is { Phase: CallPhase.Talking, Transfer.Phase: TransferPhase.Busy }, "the patient back");
        patient.HangUp();
        await claire.WrapsUp();
        await EqualsTheTruth(floor, patient);
    }

    [Test]
    public async Task A_voicemail_that_presses_no_key_never_gets_the_patient()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        var voicemail = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        await claire.Transfer(TransferKindView.Warm, null, Doctor);
        await voicemail.Hears("appuyez sur 1");
        await claire.Sees(v => v.Call is { Phase: CallPhase.Talking, Transfer.Phase: TransferPhase.Rejected }, "the transfer rejected", 30);
        Assert.That(patient.Leg!.IsOver, Is.False);
    }

    [Test]
    public async Task A_caller_who_hangs_up_in_mid_transfer_ends_it_for_all()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        var doctor = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        await claire.Transfer(TransferKindView.Warm, null, Doctor);
        await doctor.Hears("appuyez sur 1");
        doctor.Press("1");
        await claire.Sees(v => v.Call?.Transfer?.Phase == TransferPhase.Briefing, "the doctor accepted");
        patient.HangUp();
        await claire.Sees(v => v.Call is { Phase: CallPhase.WrapUp, Transfer.Phase: TransferPhase.AbandonedInTransfer }, "the caller's leaving");
        await doctor.IsOver();
    }

    [Test]
    public async Task An_emergency_keeps_the_secretary_on_the_line_until_the_15_or_the_112_answers()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        floor.Simulator.Put("15", ScriptedPhone.Refuses());
        var rescue = floor.Simulator.Put("112", ScriptedPhone.LetsItRing());
        Assert.That((await claire.Transfer(TransferKindView.Emergency, null)).Outcome, Is.EqualTo(CommandOutcome.Done));
        await claire.Sees(v => v.Call is { EmergencyOpen: true, Phase: CallPhase.Talking }, "the open emergency");
        Assert.That((await claire.Hold()).Outcome, Is.EqualTo(CommandOutcome.NotAllowed), "nobody is parked in an emergency");
        Assert.That((await claire.HangUp()).Outcome, Is.EqualTo(CommandOutcome.ConfirmationNeeded));
        await Floor.Eventually(() => rescue.Leg is not null, "the 112 rings after the 15 refused");
        rescue.Leg!.Decision.TrySetResult(LegState.InProgress);
        await claire.Sees(v => v.Call?.Transfer is { Kind: TransferKindView.Emergency, Phase: TransferPhase.Bridged }, "the rescue on the line");
        Assert.That((await claire.HandOver()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await claire.WrapsUp("emergency");
        Assert.That(patient.Leg!.IsOver, Is.False, "the patient goes on with the rescue");
    }

    [Test]
    public async Task A_reload_in_mid_call_brings_the_call_back_and_the_secretary_into_it()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        await Task.Delay(1_200);
        await claire.Reload();
        await claire.Sees(v => v.Call?.Phase == CallPhase.Talking && claire.Softphone is not null, "the same call again");
        Assert.That(patient.Said.Any(s => s.Contains("elle revient", StringComparison.Ordinal)), Is.True, () => string.Join(" | ", patient.Said));
        await Task.Delay(1_200);
        patient.HangUp();
        await claire.WrapsUp();
        await EqualsTheTruth(floor, patient);
    }

    [Test]
    public async Task A_secretary_who_does_not_come_back_is_rung_on_her_own_phone_then_the_call_goes_to_a_colleague()
    {
        await using var floor = await Floor.Open(("Routing:AgentBackWithin", "2"), ("Routing:FallbackRing", "3"));
        var claire = await floor.SignIn("claire");
        var mobile = floor.Simulator.Put(DemoPractice.FallbackPhone(1).E164, ScriptedPhone.LetsItRing());
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        var nadia = await floor.SignIn("nadia");
        await claire.Vanish(dropLeg: true);
        await Floor.Eventually(() => mobile.Leg is not null, "her own phone rings");
        await nadia.IsOffered();
        // Who is answered at once hears no more of it.
        await patient.Hears("une autre secrétaire");
        await nadia.Answers();
        Assert.That(patient.Leg!.IsOver, Is.False);
    }

    [Test]
    public async Task A_server_restart_in_mid_call_loses_neither_call_nor_second()
    {
        var (floor, claire, patient) = await Talking();
        await using var _ = floor;
        await Task.Delay(1_200);
        await floor.StopServer();
        await Task.Delay(500);
        await floor.StartServer();
        await claire.Sees(v => v.Call?.Phase == CallPhase.Talking, "the same call again");
        await Task.Delay(1_500);
        patient.HangUp();
        await claire.WrapsUp();
        await EqualsTheTruth(floor, patient);
    }
}
