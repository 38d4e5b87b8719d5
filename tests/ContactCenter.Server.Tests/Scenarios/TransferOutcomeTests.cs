using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>Every way in which a hand-over can end, through the simulator.</summary>
[CancelAfter(120_000)]
internal sealed class TransferOutcomeTests
{
    private const string Doctor = "+33600000015";
    private Floor _floor = null!;
    private Secretary _claire = null!;
    private ScriptedPhone _patient = null!;

    [SetUp]
    public async Task Talk()
    {
        _floor = await Floor.Open();
        _claire = await _floor.SignIn("claire");
        _patient = await _floor.PatientWantsAppointment();
        await _claire.Answers();
    }

    [TearDown]
    public async Task Close() => await _floor.DisposeAsync();

    [Test]
    public async Task A_blind_transfer_that_is_accepted_gives_the_patient_to_the_target_at_once()
    {
        var doctor = _floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        Assert.That((await _claire.Transfer(TransferKindView.Blind, "on_call")).Outcome, Is.EqualTo(CommandOutcome.Done));
        await doctor.Hears("appuyez sur 1");
        doctor.Press("1");
        await _claire.WrapsUp("transferred");
        Assert.That(_patient.Leg!.IsOver, Is.False);
        doctor.HangUp();
        await _patient.IsOver();
        await MeteredAsTheTruth(CallOutcome.Transferred);
    }

    [Test]
    public async Task A_blind_transfer_that_nobody_takes_brings_the_patient_back()
    {
        _floor.Simulator.Put(Doctor, ScriptedPhone.Refuses());
        await _claire.Transfer(TransferKindView.Blind, "on_call");
        await IsBack(TransferPhase.Busy);
    }

    [Test]
    public async Task A_target_that_does_not_answer_in_its_time_gives_the_patient_back()
    {
        _floor.Simulator.Put("+33180000002", ScriptedPhone.LetsItRing());
        await _claire.Transfer(TransferKindView.Warm, "practice_line");
        await _claire.Sees(v => v.Call?.Transfer?.Phase == TransferPhase.NoAnswer, "nobody answers", 45);
        Assert.That(_claire.View.Call!.Transfer!.Seconds, Is.InRange(19, 24), "as long as escalation.yaml lets it ring");
        await IsBack(TransferPhase.NoAnswer);
    }

    [Test]
    public async Task A_number_that_fails_gives_the_patient_back()
    {
        _floor.Simulator.Put(Doctor, ScriptedPhone.That(_ => LegState.Failed));
        await _claire.Transfer(TransferKindView.Warm, "on_call");
        await IsBack(TransferPhase.Failed);
    }

    [Test]
    public async Task A_wrong_key_is_a_no()
    {
        var doctor = _floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        await _claire.Transfer(TransferKindView.Warm, "on_call");
        await doctor.Hears("appuyez sur 1");
        doctor.Press("5");
        await IsBack(TransferPhase.Rejected);
        await doctor.IsOver();
    }

    [Test]
    public async Task A_transfer_that_she_gives_up_brings_the_patient_back()
    {
        var doctor = _floor.Simulator.Put(Doctor, ScriptedPhone.LetsItRing());
        await _claire.Transfer(TransferKindView.Warm, "on_call");
        await Floor.Eventually(() => doctor.Leg is not null, "the doctor's phone rings");
        await _claire.Sees(v => v.Call is { Phase: CallPhase.Consulting, Transfer.Phase: TransferPhase.Ringing }, "the ringing");
        await _claire.TakeBack();
        await IsBack(TransferPhase.Cancelled);
        await doctor.IsOver();
    }

    [Test]
    public async Task A_target_that_leaves_after_the_briefing_leaves_the_patient_to_her()
    {
        var doctor = _floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        await _claire.Transfer(TransferKindView.Warm, "on_call");
        await doctor.Hears("appuyez sur 1");
        doctor.Press("1");
        await _claire.Sees(v => v.Call?.Transfer?.Phase == TransferPhase.Briefing, "the briefing");
        await doctor.IsTogether();
        doctor.HangUp();
        await IsBack(TransferPhase.TargetLeft);
    }

    [Test]
    public async Task When_she_hangs_up_the_call_is_over_for_both()
    {
        Assert.That((await _claire.HangUp()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await _patient.IsOver();
        await _claire.WrapsUp();
        await MeteredAsTheTruth(CallOutcome.Answered);
    }

    private async Task IsBack(TransferPhase phase)
    {
        await _claire.Sees(v => v.Call is { Phase: CallPhase.Talking } call && call.Transfer?.Phase == phase, $"the patient back after {phase}");
        _patient.HangUp();
        await _claire.WrapsUp();
        await MeteredAsTheTruth(CallOutcome.Answered);
    }

    private async Task MeteredAsTheTruth(CallOutcome outcome)
    {
        var metered = await _floor.MeteredAsTheTruth(_patient, m => m.WrapUp is not null && m.Outcome != CallOutcome.Open);
        Assert.That(metered.Outcome, Is.EqualTo(outcome));
        Assert.That(_floor.Simulator.Board.Faults, Is.Empty);
    }
}
