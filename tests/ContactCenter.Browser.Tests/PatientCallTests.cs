using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ContactCenter.Browser.Tests;

/// <summary>The product's main job in a real browser, on both ends of the line.</summary>
internal sealed class PatientCallTests : BrowserTest
{
    [Test]
    public async Task A_call_is_answered_triaged_booked_and_exported_with_its_true_seconds()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var patient = await OpenPhones();
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Answers();

        await claire.Triages("mon enfant a de la fièvre");
        await claire.DeniesAll();

        await claire.ChoosesPatient("lefevre camille", "LEFÈVRE Camille");
        var booked = await claire.Books("consult");
        Assert.That(booked, Does.Contain("LEFÈVRE Camille"));
        await Picture(claire.Page, "console-call");
        await patient.Page.BringToFrontAsync();
        await patient.HangUp();
        await claire.Page.BringToFrontAsync();
        await claire.WrapsUp("Fièvre depuis hier, rendez-vous pris.");

        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Origin", House.Console);
        (await http.PostAsJsonAsync($"{House.Console}/api/session", new { email = "compta@demo.contactcenter.local", password = "Demo-2026!" })).EnsureSuccessStatusCode();
        var practice = (await http.GetFromJsonAsync<JsonElement>($"{House.Console}/api/practices"))[0].GetProperty("practiceId").GetGuid();
        var export = await http.GetFromJsonAsync<JsonElement>($"{House.Console}/api/practices/{practice}/exports/calls?month=2026-11&format=json");
        var call = export.GetProperty("calls")[0];
        Assert.That(call.GetProperty("talkSeconds").GetInt64(), Is.EqualTo(await TrueTalkSeconds(http)));
        Assert.That(call.GetProperty("talkSeconds").GetInt64(), Is.GreaterThan(0));
        Assert.That(call.GetProperty("appointments").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_reload_in_mid_call_brings_the_same_call_back()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var patient = await OpenPhones();
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Answers();
        await claire.GoesTo("#notes", "Alt+n");
        await claire.Type("Rappeler demain");
        await claire.Reads("Enregistré");
        var began = Stopwatch.StartNew();
        var reload = claire.Page.ReloadAsync();
        await House.Happens(happened => happened.Count(e => e is { What: "joined", Label: ['a', 'g', 'e', 'n', 't', ..] }) == 2, "her second leg joins the conference");
        var back = began.Elapsed;
        await reload;
        await claire.Sees(".call.phase-talking");
        Assert.That(await claire.Page.Locator("#notes").InputValueAsync(), Is.EqualTo("Rappeler demain"));
        TestContext.Out.WriteLine($"{back.TotalSeconds:F1} s from the reload to her leg in the conference, as the telephone network saw it");
        await patient.Hears("elle revient");
        await patient.Page.BringToFrontAsync();
        await patient.HangUp();
        await claire.Page.BringToFrontAsync();
        await claire.WrapsUp("");
    }

    // Both legs' stay in the room, whole second by whole second, from what physically happened.
    private async Task<long> TrueTalkSeconds(HttpClient http)
    {
        var events = (await http.GetFromJsonAsync<JsonElement>($"{House.Phones}/ground-truth")).EnumerateArray().Where(e => e.GetProperty("room").GetString() != "").ToList();
        var joined = events.Where(e => e.GetProperty("what").GetString() == "joined").Select(Second).Max();
        var left = events.Where(e => e.GetProperty("what").GetString() == "left").Select(Second).Min();
        return left - joined;

        static long Second(JsonElement happened) => happened.GetProperty("at").GetDateTimeOffset().ToUnixTimeSeconds();
    }
}
