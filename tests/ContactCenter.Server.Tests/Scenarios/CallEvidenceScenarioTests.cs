using System.Net.Http.Json;
using ContactCenter.Contracts.Billing;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>The evidence of a call that really went over the wire: a border without its event would be a second that nobody can open.</summary>
internal sealed class CallEvidenceScenarioTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Every_border_of_a_heard_call_has_the_event_that_made_it()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment("+33677788899");
        await claire.Answers();
        await patient.IsTogether();
        await Task.Delay(1_200);
        await claire.Hold();
        await claire.Sees(v => v.Call?.Phase == CallPhase.OnHold, "on hold");
        await Task.Delay(1_200);
        await claire.Resume();
        await Task.Delay(1_200);
        patient.HangUp();
        await claire.WrapsUp();
        var metered = await floor.Metered();

        using var practice = await floor.SignInOverHttp("cabinet");
        var address = $"/api/billing/practices/{DemoPractice.Id.Value}/calls/{metered.CallId.Value}";
        var evidence = (await practice.GetFromJsonAsync<CallEvidence>(address, TestJson.Options))!;

        // The simulated dialogue and wait may each be over within their first second.
        Assert.That(evidence.Segments.Select(s => s.Kind), Is.SupersetOf(new[] { "talk", "hold", "wrap_up" }));
        Assert.That(evidence.Segments.Where(s => s.StartedBy is null || s.EndedBy is null), Is.Empty, "each border names its event");
        foreach (var segment in evidence.Segments)
        {
            Assert.That(segment.StartedBy!.At.ToUnixTimeSeconds(), Is.EqualTo(segment.Start.ToUnixTimeSeconds()), segment.Kind);
            Assert.That(segment.EndedBy!.At.ToUnixTimeSeconds(), Is.EqualTo(segment.End.ToUnixTimeSeconds()), segment.Kind);
            Assert.That(segment.EndedBy.Arrival, Is.Positive);
        }

        Assert.That(evidence.Segments.Where(s => s.Kind != "wrap_up").Sum(s => s.Seconds), Is.EqualTo(evidence.LegSeconds));
        Assert.That(evidence.TalkSeconds, Is.EqualTo(floor.Simulator.Truth.TalkSeconds(patient.Leg!.Sid)));
        Assert.That(evidence.CallerMasked, Is.EqualTo("+33 6 •• •• •• 99"));
        Assert.That(await practice.GetStringAsync(address), Does.Not.Contain("77788899"));
        Assert.That((evidence.Invoiced.Count, evidence.Contests.Count), Is.EqualTo((0, 0)), "its month still runs");
    }
}
