using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts.Calls;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Triage;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;
using ContactCenter.TwilioSimulator.Driving;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>Chest pain and a routine wish in one call: the emergency comes first, and the wish stands before the practice.</summary>
[CancelAfter(120_000)]
internal sealed class EmergencyWishTests
{
    [Test]
    public async Task A_red_flag_leads_to_the_15_and_what_the_patient_wished_becomes_a_message()
    {
        await using var floor = await Floor.Open();
        var rescue = floor.Simulator.Put("15", ScriptedPhone.Answers());
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        var triage = await Asked(claire, "", new StartTriage("douleur-thoracique", "mal à la poitrine, et je voulais renouveler mon ordonnance"));
        while (triage.Asking is { } asking)
            triage = await Asked(claire, "/answers", new AnswerTriage(asking.QuestionId, asking.QuestionId == "douleur_presente" ? TriageReply.Yes : TriageReply.No, null));
        Assert.That(triage.Reached!.Disposition, Is.EqualTo(TriageDisposition.Samu15Now));
        await claire.Sees(v => v.Call is { EmergencyOpen: true, Wish: not null }, "the emergency, and the wish beside it");
        await claire.Transfer(TransferKindView.Emergency, triage.Reached.TransferTargetId);
        await rescue.IsTogether();
        await claire.Sees(v => v.Call?.Transfer?.Phase == TransferPhase.Bridged, "the rescue on the line");
        await claire.HandOver();
        await claire.Sees(v => v.Call is { Phase: CallPhase.HandedOver, Wish: { Reason: "Rendez-vous", IsBooked: false } }, "the wish in her wrap-up");
        Assert.That(claire.View.Call!.Wish!.Words, Does.Contain("renouveler mon ordonnance"));
        await claire.WrapsUp("emergency");
        var staff = await floor.SignInOverHttp("cabinet");
        Assert.That(await Wishes(staff), Is.Empty, "the call is not over yet");
        patient.HangUp();
        await Floor.Eventually(() => Wishes(staff).GetAwaiter().GetResult().Count == 1, "the message");
        var message = (await Wishes(staff)).Single();
        Assert.That(message.Text, Does.Contain("rendez-vous").And.Contain("renouveler mon ordonnance"));
        Assert.That(message, Has.Property("CallBackNumber").EqualTo("+33612345699").And.Property("ReadAt").Null);
    }

    [Test]
    public async Task The_secretary_s_words_for_the_wish_are_those_that_the_practice_reads()
    {
        await using var floor = await Floor.Open();
        floor.Simulator.Put("15", ScriptedPhone.Answers());
        var claire = await floor.SignIn("claire");
        var patient = await floor.PatientWantsAppointment();
        await claire.Answers();
        await claire.Transfer(TransferKindView.Emergency, null);
        await claire.Sees(v => v.Call?.Transfer?.Phase == TransferPhase.Bridged, "the rescue on the line");
        patient.HangUp();
        await claire.Sees(v => v.Call?.Phase == CallPhase.WrapUp, "wrap-up");
        await claire.WrapsUp("emergency", wish: "Rappeler pour son vaccin");
        var staff = await floor.SignInOverHttp("cabinet");
        await Floor.Eventually(() => Wishes(staff).GetAwaiter().GetResult().Count == 1, "the message");
        Assert.That((await Wishes(staff)).Single().Text, Does.Contain("Rappeler pour son vaccin"));
    }

    private static async Task<TriageView> Asked(Secretary claire, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/calls/{claire.View.Call!.CallId}/triage{address}") { Content = JsonContent.Create(body, options: Json()) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await claire.Http.SendAsync(request);
        Assert.That(answer.IsSuccessStatusCode, Is.True, () => $"{address}: {answer.StatusCode}");
        return (await answer.Content.ReadFromJsonAsync<TriageView>(Json()))!;
    }

    private static async Task<List<MessageView>> Wishes(HttpClient staff) =>
        [.. (await staff.GetFromJsonAsync<List<MessageView>>($"/api/practices/{DemoPractice.Id.Value}/messages?unread=true", Json()))!.Where(m => m.Kind == MessageKind.Wish)];

    private static JsonSerializerOptions Json()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HostingFeature.Json(json);
        return json;
    }
}
