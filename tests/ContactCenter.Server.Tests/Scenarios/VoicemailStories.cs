using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ContactCenter.Contracts.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Messaging;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

[CancelAfter(120_000)]
internal abstract class VoicemailStories
{
    [Test]
    public async Task A_message_left_at_night_is_fetched_sealed_deleted_at_the_vendor_and_heard_by_the_practice()
    {
        await using var floor = await Floor.Open(Floor.Night);
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await Floor.Eventually(() => patient.Heard.Any(h => h.Kind == "beep"), "the tone");
        await Task.Delay(2_500);
        patient.HangUp();
        await Floor.Eventually(() => floor.Store.Read((db, token) => db.Set<PracticeMessage>().AnyAsync(m => m.RecordingReady, token), default).GetAwaiter().GetResult(), "the recording");
        var staff = await floor.SignInOverHttp("cabinet");
        var messages = $"/api/practices/{DemoPractice.Id.Value}/messages";
        var message = (await staff.GetFromJsonAsync<List<MessageView>>($"{messages}?unread=true", Json()))!.Single();
        Assert.That((message.Kind, message.CallBackNumber, message.TakenAt.Offset), Is.EqualTo((MessageKind.Voicemail, "+33612345699", TimeSpan.FromHours(1))));
        var sound = await staff.GetByteArrayAsync($"{messages}/{message.MessageId}/recording");
        Assert.That(Encoding.ASCII.GetString(sound, 0, 4), Is.EqualTo("RIFF"));
        using var twilio = new HttpClient();
        var options = floor.Simulator.Options;
        twilio.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));
        var listed = await twilio.GetFromJsonAsync<JsonElement>($"{floor.Simulator.Address}/2010-04-01/Accounts/{options.AccountSid}/Recordings.json");
        Assert.That(listed.GetProperty("recordings").GetArrayLength(), Is.Zero, "no voice of a patient stays there");
        Assert.That((await staff.PostAsync($"{messages}/{message.MessageId}/read", null)).IsSuccessStatusCode, Is.True);
        Assert.That(await staff.GetFromJsonAsync<List<MessageView>>($"{messages}?unread=true", Json()), Is.Empty);
    }

    private static JsonSerializerOptions Json()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HostingFeature.Json(json);
        return json;
    }
}
