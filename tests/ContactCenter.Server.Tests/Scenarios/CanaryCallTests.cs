using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Calls;
using ContactCenter.Contracts.Patients;
using ContactCenter.Contracts.Triage;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Routing.Callbacks;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// Persons go through whole calls: number, names, notes, triage words, message, callback, voicemail. Then the files of the database, all that was
/// logged, and what the vendor was told beyond the number to dial are searched for them.
/// </summary>
[CancelAfter(400_000)]
[NonParallelizable]
internal sealed class CanaryCallTests
{
    private const string Number = "+33698712345";
    private const string Other = "+33687123459";

    private static readonly Traces Canaries = new(
    [
        .. Traces.OfNumber(Number), .. Traces.OfNumber(Other), "Zwybelfisché", "Ottokarine", "Quaxelmann", "1911-07-13", "13/07/1911", "quaxel.example", "xylophonique",
        "Pfefferminz", "murmeltier", "glockenspiel",
    ]);

    [Test]
    public async Task No_person_of_a_day_s_calls_is_found_in_files_logs_or_what_the_vendor_was_told()
    {
        var (log, asked, found) = await Live(Floor.OpenHours, async floor =>
        {
            var claire = await floor.SignIn("claire");
            var patient = await floor.PatientWantsAppointment(Number);
            await claire.Answers();
            await patient.IsTogether();
            await Speaks(claire, DemoPractice.Id.Value);
            await claire.Writes("Zwybelfisché murmeltier, rappeler au 06 98 71 23 45");
            await claire.Hold();
            await claire.Resume();
            await claire.Transfer(Contracts.Consoles.TransferKindView.Warm, null, Other);
            await Task.Delay(1_500);
            patient.HangUp();
            await claire.Sees(v => v.Call?.Phase == Contracts.Consoles.CallPhase.WrapUp, "the end");
            await claire.CloseNotes("Ottokarine glockenspiel");

            await claire.Sees(v => v.Call is null, "no call");
            await claire.Vanish(dropLeg: true);
            var caller = await floor.PatientWantsAppointment(Other);
            await caller.Hears("être rappelé");
            caller.Press("1");
            await Floor.Eventually(() => floor.Store.Read((db, token) => db.Set<CallbackRequest>().AnyAsync(token), default).GetAwaiter().GetResult(), "the promise");
        });
        Assert.That(log, Does.Contain("/triage"), "the log is captured");
        Assert.That(asked, Is.Not.Empty, "what the vendor was asked is captured");
        Assert.That(found, Is.Empty, () => string.Join('\n', found));
    }

    [Test]
    public async Task No_person_who_leaves_a_message_at_night_is_found_either()
    {
        var (log, _, found) = await Live(Floor.Night, async floor =>
        {
            var patient = floor.Simulator.Dial(Number, Floor.Line);
            await Floor.Eventually(() => patient.Heard.Any(h => h.Kind == "beep"), "the tone");
            await Task.Delay(2_000);
            patient.HangUp();
            await Floor.Eventually(() => floor.Store.Read((db, token) => db.Set<PracticeMessage>().AnyAsync(m => m.RecordingReady, token), default).GetAwaiter().GetResult(), "the recording");
            using var staff = await floor.SignInOverHttp("cabinet");
            Assert.That(await staff.GetStringAsync($"/api/practices/{DemoPractice.Id.Value}/messages"), Does.Contain("98712345"), "the practice itself reads the number");
        });
        Assert.That(log, Does.Contain("/messages"));
        Assert.That(found, Is.Empty, () => string.Join('\n', found));
    }

    private static async Task Speaks(Secretary claire, Guid practice)
    {
        var call = claire.View.Call!.CallId;
        await Post(claire.Http, $"/api/practices/{practice}/patients",
            new SavePatient("Zwybelfisché", "Ottokarine", "Quaxelmann", new DateOnly(1911, 7, 13), [Number], "otto@quaxel.example", "douleur xylophonique"));
        await Post(claire.Http, $"/api/practices/{practice}/patients/search", new FindPatients("Zwybelfisché", Number, new DateOnly(1911, 7, 13)));
        await Post(claire.Http, $"/api/practices/{practice}/messages", new MessageForPractice(call, null, "Le Dr Pfefferminz doit rappeler Mme Zwybelfisché", true, "06 98 71 23 45"));
        await Post(claire.Http, $"/api/calls/{call}/triage/proposals", new ProposeProtocols("mal de gorge xylophonique"));
        using var proposals = await Post(claire.Http, $"/api/calls/{call}/triage/proposals", new ProposeProtocols(""));
        var protocol = (await proposals.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("protocolId").GetString()!;
        using var started = await Post(claire.Http, $"/api/calls/{call}/triage", new StartTriage(protocol, "mal de gorge xylophonique"));
        var asking = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("asking").GetProperty("questionId").GetString()!;
        await Post(claire.Http, $"/api/calls/{call}/triage/answers", new AnswerTriage(asking, TriageReply.No, "non, dit Ottokarine, murmeltier"));
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, body.GetType(), options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{Guid.NewGuid()}");
        var response = await client.SendAsync(request);
        Assert.That(response.IsSuccessStatusCode, Is.True, () => $"{address}: {response.StatusCode}");
        return response;
    }

    /// <summary>Runs a story with everything logged, and searches all that it left.</summary>
    private static async Task<(string Log, IReadOnlyCollection<string> Asked, List<string> Found)> Live(DateTimeOffset at, Func<Floor, Task> story)
    {
        var (lines, console, asked) = (new StringWriter(), Console.Out, new ConcurrentQueue<string>());
        Console.SetOut(TextWriter.Synchronized(lines));
        Floor.Configure.Value = builder => builder.Services.AddHttpClient<TwilioRest>().AddHttpMessageHandler(() => new Listener(asked));
        List<string> found = [];
        try
        {
            await using var floor = await Floor.Open(at,
            [
                ("Serilog:MinimumLevel:Default", "Verbose"), ("Serilog:MinimumLevel:Override:Microsoft", "Verbose"),
                ("Serilog:MinimumLevel:Override:Microsoft.AspNetCore", "Verbose"), ("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", "Verbose"),
                ("Routing:CallbackNotBefore", "3600"),
            ]);
            await story(floor);
            await Task.Delay(1_000);
            found.AddRange(new Traces("cabinet-des-lilas").InFiles(floor.Folder).Any() ? [] : ["The search does not find what is there."]);
            found.AddRange(Canaries.InFiles(floor.Folder));
            found.AddRange(floor.Simulator.Exchanges.SelectMany(e => Canaries.In("an address that we handed out", e.Url).Concat(Canaries.In("a document that we answered", e.Body ?? ""))));
            found.AddRange(asked.SelectMany(a => Canaries.In("a request to the vendor", a)));
            foreach (var file in new[] { "test.db", "test.db-wal", "test.db-shm" })
                Assert.That(File.Exists(Path.Combine(floor.Folder, file)), Is.True, file);
        }
        finally
        {
            Floor.Configure.Value = null;
            Console.SetOut(console);
        }
        found.AddRange(Canaries.In("the log", lines.ToString()));
        return (lines.ToString(), asked, [.. found.Distinct()]);
    }

    /// <summary>Notes what the vendor is asked: the address and the fields, but the numbers that it must dial.</summary>
    private sealed class Listener(ConcurrentQueue<string> asked) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            asked.Enqueue($"{request.Method} {request.RequestUri} {string.Join('&', form.Split('&').Where(f => !f.StartsWith("To=", StringComparison.Ordinal)))}");
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
