using ContactCenter.Domain.Calls;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>At night key 1 rings the doctor on call: a person must say yes, whatever picks up before.</summary>
[CancelAfter(120_000)]
internal sealed class NightDoctorTests
{
    private const string Doctor = "+33600000015";
    private const string PracticeLine = "+33180000002";

    private static async Task<ScriptedPhone> PatientAsksForTheDoctor(Floor floor)
    {
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await patient.Hears("Médecin de garde, tapez 1");
        patient.Press("1");
        return patient;
    }

    [Test]
    public async Task The_doctor_who_presses_1_speaks_with_the_patient()
    {
        await using var floor = await Floor.Open(Floor.Night);
        var doctor = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        var patient = await PatientAsksForTheDoctor(floor);
        await doctor.Hears("Pour lui parler, tapez 1");
        Assert.That(patient.Heard.Any(h => h.Kind == "together"), Is.False, "nobody is connected before the key");
        doctor.Press("1");
        await patient.IsTogether();
        doctor.HangUp();
        await patient.Hears("Au revoir");
        await patient.IsOver();
        Assert.That((await floor.Metered(m => m.Outcome != CallOutcome.Open)).Outcome, Is.EqualTo(CallOutcome.Diverted));
        Assert.That(floor.Simulator.Board.Faults, Is.Empty);
    }

    [Test]
    public async Task A_voicemail_on_the_doctor_s_mobile_never_swallows_the_patient_and_the_next_number_follows()
    {
        await using var floor = await Floor.Open(Floor.Night);
        var voicemail = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        var line = floor.Simulator.Put(PracticeLine, ScriptedPhone.Answers());
        var patient = await PatientAsksForTheDoctor(floor);
        await voicemail.Hears("tapez 1");
        await voicemail.IsOver();
        await patient.Hears("nous essayons un autre numéro");
        await line.Hears("tapez 1");
        line.Press("1");
        await patient.IsTogether();
        Assert.That(patient.Heard.Where(h => h.Kind == "together").Select(h => h.Text), Is.EqualTo([PracticeLine]));
    }

    [Test]
    public async Task When_nobody_says_yes_the_patient_hears_so_and_may_leave_a_message()
    {
        await using var floor = await Floor.Open(Floor.Night);
        floor.Simulator.Put(Doctor, ScriptedPhone.Refuses());
        var other = floor.Simulator.Put(PracticeLine, ScriptedPhone.Answers());
        var patient = await PatientAsksForTheDoctor(floor);
        await other.Hears("tapez 1");
        other.Press("2");
        await other.Hears("n'est pas transféré");
        await patient.Hears("n'a pas pu répondre");
        await Floor.Eventually(() => patient.Heard.Any(h => h.Kind == "beep"), "the tone");
        Assert.That(patient.Heard.Any(h => h.Kind == "together"), Is.False);
    }

    [Test]
    public async Task With_the_day_s_cap_reached_no_doctor_is_dialled_but_the_emergency_way_still_is()
    {
        await using var floor = await Floor.Open(Floor.Night, ("Twilio:DailyOutboundCap", "1"));
        await floor.Server.Services.GetRequiredService<OutboundCap>().Take(default);
        var doctor = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        var patient = await PatientAsksForTheDoctor(floor);
        await patient.Hears("n'a pas pu répondre");
        Assert.That(doctor.Leg, Is.Null);

        floor.Simulator.Put("15", ScriptedPhone.Refuses());
        floor.Simulator.Put("112", ScriptedPhone.Refuses());
        patient.Press("0");
        await doctor.Hears("tapez 1");
        doctor.Press("1");
        await patient.IsTogether();
    }

    [Test]
    public async Task After_15_and_112_a_voicemail_of_the_doctor_leaves_the_caller_with_words_and_a_secretary()
    {
        await using var floor = await Floor.Open();
        floor.Simulator.Put("15", ScriptedPhone.Refuses());
        floor.Simulator.Put("112", ScriptedPhone.Refuses());
        var voicemail = floor.Simulator.Put(Doctor, ScriptedPhone.Answers());
        var claire = await floor.SignIn("claire");
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await patient.Hears("tapez 0");
        patient.Press("0");
        await voicemail.Hears("tapez 1");
        await patient.Hears("Les secours n'ont pas répondu");
        await claire.Answers();
        await patient.IsTogether();
    }
}
