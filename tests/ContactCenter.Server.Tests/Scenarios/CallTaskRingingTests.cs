using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>An agent rings the patient of a task from her console: she comes to her and to nobody else, and her seconds are the practice's.</summary>
[CancelAfter(120_000)]
internal sealed class CallTaskRingingTests
{
    private const string Patient = "+33612345697";

    [Test]
    public async Task A_patient_who_is_rung_presses_a_key_and_comes_to_the_agent_who_rang()
    {
        await using var floor = await Floor.Open();
        await ToBeSeenAgain(floor);
        var claire = await floor.SignIn("claire");
        var task = await Takes(floor, claire);
        var home = floor.Simulator.Put(Patient, ScriptedPhone.Answers());
        await Dial(claire, task);
        await home.Hears("secrétariat médical");
        home.Press("1");
        await claire.Sees(v => v.Call?.Phase == CallPhase.Talking, "her patient, without being asked again");
        await home.IsTogether();
        Assert.That(await Reached(floor), Is.EqualTo(DialProgress.Reached));
        await Task.Delay(1_200);
        var call = claire.View.Call!.CallId;
        var settled = await Post<CallTaskSettled>(
            claire.Http, $"call-tasks/{task.TaskId}/settle", new SettleCallTask(TaskOutcome.Accepted, call, task.Proposed[0].PractitionerId, task.Proposed[0].Start));
        Assert.That(settled.Appointment!.Start, Is.EqualTo(task.Proposed[0].Start));
        home.HangUp();
        await claire.WrapsUp();
        await floor.MeteredAsTheTruth(home, m => m.CallId.Value == call && m.WrapUp is not null);
    }

    [Test]
    public async Task A_patient_who_does_not_answer_stays_with_the_agent_to_be_settled()
    {
        await using var floor = await Floor.Open();
        await ToBeSeenAgain(floor);
        floor.Simulator.Put(Patient, ScriptedPhone.Refuses());
        var claire = await floor.SignIn("claire");
        var task = await Takes(floor, claire);
        var before = await Calls(floor);
        await Dial(claire, task);
        await Floor.Eventually(() => Reached(floor).GetAwaiter().GetResult() == DialProgress.NoAnswer, "no answer");
        var settled = await Post<CallTaskSettled>(claire.Http, $"call-tasks/{task.TaskId}/settle", new SettleCallTask(TaskOutcome.NotReached));
        Assert.That(settled.AgainAt, Is.Not.Null);
        Assert.That(await Calls(floor), Is.EqualTo(before), "nothing that anybody pays for");
    }

    private static Task<int> Calls(Floor floor) => floor.Store.Read((db, token) => db.Set<CallRecord>().CountAsync(token), default);

    private static async Task ToBeSeenAgain(Floor floor)
    {
        var staff = await floor.SignInOverHttp("cabinet");
        var patient = await Post<PatientView>(staff, "patients", new SavePatient("Rappel", "Odile", null, new DateOnly(1961, 3, 4), [Patient], null, null, []));
        await Post<RecallView>(staff, "recalls", new EnterRecall(null, patient.PatientId, null, "consultation", null, 0, 14));
    }

    private static async Task<CallTaskView> Takes(Floor floor, Secretary agent)
    {
        await Floor.Eventually(
            () => floor.Store.Read((db, token) => db.Set<CallTask>().AnyAsync(token), default).GetAwaiter().GetResult(), "the recall that comes due");
        var taken = await agent.Http.PostAsync("/api/call-tasks/take", null);
        Assert.That(taken.IsSuccessStatusCode, Is.True, await taken.Content.ReadAsStringAsync());
        return (await taken.Content.ReadFromJsonAsync<CallTaskView>(Json()))!;
    }

    private static async Task Dial(Secretary agent, CallTaskView task)
    {
        var dialled = await agent.Http.PostAsJsonAsync($"/api/practices/{DemoPractice.Id.Value}/call-tasks/{task.TaskId}/dial", new DialPatient());
        Assert.That(dialled.IsSuccessStatusCode, Is.True, await dialled.Content.ReadAsStringAsync());
    }

    private static Task<DialProgress> Reached(Floor floor) => floor.Store.Read(
        (db, token) => db.Set<CallTask>().Select(t => t.Dial).SingleAsync(token), default);

    private static async Task<T> Post<T>(HttpClient http, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/practices/{DemoPractice.Id.Value}/{path}") { Content = JsonContent.Create(body, body.GetType(), options: Json()) };
        request.Headers.Add(RequestProblems.IdempotencyKey, Guid.NewGuid().ToString());
        var answer = await http.SendAsync(request);
        Assert.That(answer.IsSuccessStatusCode, Is.True, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(Json()))!;
    }

    private static JsonSerializerOptions Json()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HostingFeature.Json(json);
        return json;
    }
}
