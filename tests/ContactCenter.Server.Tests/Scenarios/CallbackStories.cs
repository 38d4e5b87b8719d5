using System.Net.Http.Json;
using ContactCenter.Contracts.Calls;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Routing.Callbacks;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace ContactCenter.Server.Tests.Scenarios;

[CancelAfter(120_000)]
internal abstract class CallbackStories
{
    private const string Patient = "+33612345699";

    [Test]
    public async Task A_caller_who_asks_for_it_is_called_back_at_her_place_and_answered()
    {
        await using var floor = await Floor.Open(("Routing:CallbackNotBefore", "0"));
        await Asks(floor);
        var home = floor.Simulator.Put(Patient, ScriptedPhone.Answers());
        await Task.Delay(2_000);
        Assert.That(home.Leg, Is.Null, "nobody is rung while nobody is there to talk with her");
        var claire = await floor.SignIn("claire");
        await home.Hears("appuyez sur 1");
        home.Press("1");
        await claire.Answers();
        await home.IsTogether();
        var calls = await floor.Store.Read((db, token) => db.Set<CallRecord>().OrderBy(c => c.ArrivedAt).ToListAsync(token), default);
        Assert.That(calls, Has.Count.EqualTo(2));
        Assert.That(calls[1].QueuedAt, Is.EqualTo(calls[0].QueuedAt), "her place was kept");
        Assert.That(calls[1].Reason, Is.EqualTo(calls[0].Reason));
        await Task.Delay(1_200);
        home.HangUp();
        await claire.WrapsUp();
        Assert.That(await StateOf(floor), Is.EqualTo(CallbackState.Reached));
        await floor.MeteredAsTheTruth(home, m => m.CallId == calls[1].Id && m.WrapUp is not null);
    }

    [Test]
    public async Task Who_is_not_reached_is_tried_again_and_in_the_end_the_practice_is_told()
    {
        await using var floor = await Floor.Open(("Routing:CallbackNotBefore", "0"), ("Routing:CallbackAttempts", "2"), ("Routing:CallbackAgainAfter", "1"));
        await Asks(floor);
        floor.Simulator.Put(Patient, ScriptedPhone.Refuses());
        var claire = await floor.SignIn("claire");
        await Floor.Eventually(() => StateOf(floor).GetAwaiter().GetResult() == CallbackState.GivenUp, "two attempts");
        Assert.That(claire.View.Offer, Is.Null);
        var staff = await floor.SignInOverHttp("cabinet");
        var messages = await staff.GetFromJsonAsync<List<MessageView>>($"/api/practices/{DemoPractice.Id.Value}/messages?unread=true", Json());
        Assert.That(messages!.Select(m => (m.Kind, m.CallBackNumber)), Is.EqualTo([(MessageKind.MissedCallback, Patient)]));
    }

    private static async Task Asks(Floor floor)
    {
        var patient = await floor.PatientWantsAppointment(Patient);
        await patient.Hears("être rappelé");
        patient.Press("1");
        await Floor.Eventually(() => patient.Leg!.IsOver, "the end after the promise");
        await Floor.Eventually(() => StateOf(floor).GetAwaiter().GetResult() is not null, "the promise written down");
    }

    private static Task<CallbackState?> StateOf(Floor floor) =>
        floor.Store.Read((db, token) => db.Set<CallbackRequest>().Select(c => (CallbackState?)c.State).SingleOrDefaultAsync(token), default);

    private static JsonSerializerOptions Json()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HostingFeature.Json(json);
        return json;
    }
}
