using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Supervision;
using ContactCenter.Server.Tests.Scenarios;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Supervision;

[CancelAfter(60_000)]
internal sealed class FloorViewTests
{
    [Test]
    public async Task A_supervisor_sees_who_waits_who_talks_and_what_became_of_the_day()
    {
        await using var floor = await Floor.Open();
        using var supervisor = await floor.SignInOverHttp("sophie");
        var claire = await floor.SignIn("claire", ready: false);
        var patient = await floor.PatientWantsAppointment();
        var waiting = await Sees(supervisor, f => f.Waiting.Count == 1, "one waits");
        Assert.That(waiting.Waiting[0].Practice, Is.EqualTo("Cabinet des Lilas"));
        Assert.That(waiting.Agents.Single(a => a.Name == "Claire Fontaine").Presence, Is.Not.EqualTo(Presence.OnCall));

        await claire.GetReady();
        await claire.IsOffered();
        await claire.Answers();
        await patient.IsTogether();
        var talking = await Sees(supervisor, f => f.Waiting.Count == 0 && f.Calls.Any(c => c.Phase == FloorPhase.Talking), "they talk");
        Assert.That(talking.Calls.Single().Agent, Is.EqualTo("Claire Fontaine"));
        await Sees(supervisor, f => f.Agents.Single(a => a.Name == "Claire Fontaine") is { Presence: Presence.OnCall, CallsToday: 1 }, "she is on a call");

        patient.HangUp();
        await claire.WrapsUp();
        var gone = await floor.PatientWantsAppointment("+33612345688");
        await Sees(supervisor, f => f.Waiting.Count == 1, "another waits");
        gone.HangUp();
        await Sees(supervisor, f => f.Waiting.Count == 0, "and leaves");
        var day = await supervisor.GetFromJsonAsync<FloorDay>("/api/floor/day", TestJson.Options);
        Assert.That(day, Is.EqualTo(new FloorDay(1, day!.AnsweredInTime, 1, 1, 0, 0, 0, 20, day.LongestWait)));
        Assert.That(day.ServiceLevel, Is.EqualTo((double)day.AnsweredInTime));
    }

    [Test]
    public async Task Nobody_but_a_supervisor_sees_the_floor_and_she_sees_her_practices_only()
    {
        await using var floor = await Floor.Open();
        using var agent = await floor.SignInOverHttp("claire");
        using var nobody = floor.Client();
        Assert.That((await agent.GetAsync("/api/floor")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await nobody.GetAsync("/api/floor/day")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static async Task<FloorView> Sees(HttpClient supervisor, Func<FloorView, bool> condition, string what)
    {
        for (var attempt = 0; attempt < 150; attempt++)
        {
            var view = (await supervisor.GetFromJsonAsync<FloorView>("/api/floor", TestJson.Options))!;
            if (condition(view))
                return view;
            await Task.Delay(100);
        }
        throw new TimeoutException($"Not in time: {what}");
    }
}
