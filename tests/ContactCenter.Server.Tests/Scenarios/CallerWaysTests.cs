using System.Net.Http.Json;
using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Telephony.TwilioVoice;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>How callers come in: with words, without a number, in English, and when the practice shut a minute ago.</summary>
[CancelAfter(90_000)]
internal sealed class CallerWaysTests
{
    [Test]
    public async Task A_caller_may_say_what_she_wants()
    {
        await using var floor = await Floor.Open();
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await patient.Hears("tapez 1");
        // Like anybody who is asked again: what is said while nobody listens is lost.
        await Floor.Eventually(
            () =>
            {
                patient.Speak("je voudrais renouveler mon ordonnance");
                return patient.Heard.Any(h => h.Kind == "play");
            },
            "hold music");
        var claire = await floor.SignIn("claire");
        var offer = await claire.IsOffered();
        Assert.That(offer.Reason, Is.EqualTo("Ordonnance ou résultat"));
    }

    [Test]
    public async Task A_masked_number_is_greeted_as_such_and_is_offered_no_callback()
    {
        await using var floor = await Floor.Open();
        var patient = floor.Simulator.Dial("anonymous", Floor.Line);
        await patient.Hears("Votre numéro est masqué");
        patient.Press("1");
        var claire = await floor.SignIn("claire");
        var offer = await claire.IsOffered();
        Assert.That(offer.Caller.Number, Is.Null);
        Assert.That(patient.Said.Any(s => s.Contains("être rappelé", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task A_practice_that_shuts_by_order_is_shut_for_the_next_caller()
    {
        await using var floor = await Floor.Open();
        var staff = await floor.SignInOverHttp("cabinet");
        var order = await staff.PutAsJsonAsync($"/api/practices/{DemoPractice.Id.Value}/forced-close", new ForcedClose());
        Assert.That(order.IsSuccessStatusCode, Is.True);
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await patient.Hears("exceptionnellement fermé");
        Assert.That((await staff.DeleteAsync($"/api/practices/{DemoPractice.Id.Value}/forced-close")).IsSuccessStatusCode, Is.True);
        var next = floor.Simulator.Dial("+33612345698", Floor.Line);
        await next.Hears("Rendez-vous, tapez 1");
    }

    [Test]
    public async Task An_english_caller_hears_in_english_that_her_secretary_comes_back()
    {
        await using var floor = await Floor.Open();
        var claire = await floor.SignIn("claire");
        var patient = floor.Simulator.Dial("+33612345699", Floor.Line);
        await patient.Hears("English, 9");
        patient.Press("9");
        await patient.Hears("Appointment, press 1");
        patient.Press("1");
        await claire.Answers();
        await claire.Reload();
        await patient.Hears("she is coming back");
        await claire.Sees(v => v.Call?.Phase == Contracts.Consoles.CallPhase.Talking, "the same call again");
    }

    [Test]
    public async Task A_line_and_a_telephone_changed_later_are_seen_without_a_restart()
    {
        await using var floor = await Floor.Open();
        await floor.Store.Write(async (db, token) =>
        {
            db.Add(new PhoneLine { Id = new PhoneLineId(Guid.CreateVersion7()), PracticeId = DemoPractice.Id, Number = Floor.SecondLine, Label = "Seconde" });
            (await db.Set<Practice>().SingleAsync(p => p.Id == DemoPractice.Id, token)).OwnPhone = "+33180000003";
        }, default);
        await floor.Server.Services.GetRequiredService<PointNumbersHere>().Pass(default);
        var patient = floor.Simulator.Dial("+33612345699", Floor.SecondLine);
        await patient.Hears("Cabinet des Lilas, bonjour");
        await floor.Store.Write(async (db, token) => await db.Database.ExecuteSqlRawAsync("DROP TABLE CallFacts", token), default);
        var other = floor.Simulator.Put("+33180000003", TwilioSimulator.Driving.ScriptedPhone.Answers());
        floor.Simulator.Dial("+33612345698", Floor.SecondLine);
        await Floor.Eventually(() => other.Leg is not null, "the practice's new telephone rings");
        Assert.That(File.Exists(Path.Combine(floor.Folder, "fallback", "cabinet-des-lilas.xml")), Is.True, "the documents for the worst case lie beside the data");
    }
}
