using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Tests.Scenarios;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace ContactCenter.Server.Tests.Hosting.Telemetry;

/// <summary>Everything that leaves as telemetry after a call, searched for the caller.</summary>
internal sealed class TelemetryTests
{
    private const string Number = "+33698712345";
    private const string Token = "a-token-for-tests-only";
    private static readonly string[] Traces = ["698712345", "Zwybelfisch", "Ottokarine", "Quaxel", "xylophone", "1911-07-13", "claire@", "Claire"];
    private static readonly string[] Named =
    [
        "contactcenter_webhooks_total", "contactcenter_call_events_total", "contactcenter_effects_total", "contactcenter_effect_duration_seconds",
        "contactcenter_offers_total", "contactcenter_offer_delivery_seconds", "contactcenter_bookings_total", "contactcenter_console_pushes_total",
        "contactcenter_store_queue", "contactcenter_store_group_size", "contactcenter_store_commit_duration_seconds",
        "contactcenter_outbox_oldest_seconds", "contactcenter_outbox_pending", "contactcenter_outbox_retried", "contactcenter_calls", "contactcenter_offers_open",
        "signalr_server_active_connections",
    ];

    [Test]
    [CancelAfter(180_000)]
    public async Task After_a_call_no_metric_and_no_span_tells_who_called()
    {
        // Nobody listens at that port: what would be sent is read on its way out.
        await using var floor = await Floor.Open(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"), ("Telemetry:MetricsToken", Token));
        var spans = new Leaving();
        floor.Server.Services.GetRequiredService<TracerProvider>().AddProcessor(spans);
        var call = await Scenario(floor);
        await floor.Server.Services.GetRequiredService<FloorGauges>().Look(default);
        var metrics = await Metrics(floor);

        foreach (var name in Named)
            Assert.That(metrics, Does.Contain(name), "it is measured");
        var told = spans.All.ToList();
        Assert.That(told, Has.Some.Contains($"call.id={call}"), "a call can be followed");
        Assert.That(told, Has.Some.Contains("url.path=/twilio/voice/incoming"));
        Assert.That(metrics, Does.Not.Contain($"{call}"), "no id in a label");
        foreach (var trace in Traces)
        {
            Assert.That(metrics, Does.Not.Contain(trace).IgnoreCase, trace);
            Assert.That(told.Where(s => s.Contains(trace, StringComparison.OrdinalIgnoreCase)), Is.Empty, trace);
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Metrics_are_for_this_machine_itself_or_for_who_brings_the_token()
    {
        await using (var open = await Floor.Open())
        {
            using var here = open.Client();
            Assert.That((await here.GetAsync("/metrics")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            here.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            Assert.That((await here.GetAsync("/metrics")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "a proxy speaks for somebody else");
        }
        await using var closed = await Floor.Open(("Telemetry:MetricsToken", Token));
        using var http = closed.Client();
        Assert.That((await http.GetAsync("/metrics")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token + "x");
        Assert.That((await http.GetAsync("/metrics")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Assert.That((await http.GetAsync("/metrics")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<Guid> Scenario(Floor floor)
    {
        var claire = await floor.SignIn("claire");
        var practice = $"/api/practices/{DemoPractice.Id.Value}";
        await Post(claire.Http, $"{practice}/patients", new SavePatient(
            "Zwybelfisch", "Ottokarine", "Quaxelmann", new DateOnly(1911, 7, 13), [Number], "otto@quaxel.example", "loves xylophones", []));
        await Post(claire.Http, $"{practice}/patients/search", new FindPatients("Zwybelfisch", "0698712345", new DateOnly(1911, 7, 13)));
        var patient = await floor.PatientWantsAppointment(Number);
        await claire.Answers();
        var call = claire.View.Call!.CallId;
        // Nothing to hold: refused, and counted as such.
        await Post(claire.Http, $"{practice}/holds", new { callId = call, visitReasonId = "Zwybelfisch", practitionerId = "xylophone", start = Floor.OpenHours });
        await claire.Transfer(TransferKindView.Warm, null, Number);
        await Task.Delay(1_000);
        patient.HangUp();
        await claire.WrapsUp();
        await floor.Metered();
        return call;
    }

    private static async Task Post(HttpClient http, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body, body.GetType(), options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{Guid.NewGuid()}");
        await http.SendAsync(request);
    }

    private static async Task<string> Metrics(Floor floor)
    {
        using var http = floor.Client();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await http.GetStringAsync("/metrics");
    }

    /// <summary>Every span on its way out, as text.</summary>
    private sealed class Leaving : BaseProcessor<Activity>
    {
        public ConcurrentQueue<string> All { get; } = new();

        public override void OnEnd(Activity data)
        {
            var text = new StringBuilder($"{data.Source.Name} {data.OperationName} {data.DisplayName} {data.StatusDescription} {data.TraceStateString}");
            foreach (var tag in data.TagObjects.Concat(data.Events.SelectMany(e => e.Tags)).Concat(data.Baggage.Select(b => new KeyValuePair<string, object?>(b.Key, b.Value))))
                text.Append(CultureInfo.InvariantCulture, $" {tag.Key}={tag.Value}");
            All.Enqueue(text.ToString());
        }
    }
}
