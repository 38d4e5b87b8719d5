using System.Net;
using System.Xml.Linq;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Telephony.TwilioVoice;
using ContactCenter.Server.Tests.Support;
using ContactCenter.TwilioSimulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Telephony;

internal sealed class VoiceWebhookTests
{
    private const string Line = "+33180000001";
    private const string Base = "https://voice.example.org";
    private static readonly string[] Gates = ["/twilio/voice/incoming", "/twilio/voice/status", "/twilio/voice/fallback", "/twilio/voice/music", "/twilio/voice/client"];

    private TestHost _host = null!;

    [SetUp]
    public void Start()
    {
        _host = Host();
        // What is signed is the request line as it came over the wire: only a real socket has one.
        _host.UseKestrel(0);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_signed_call_is_greeted_and_written_down_once_however_often_it_is_delivered()
    {
        var first = await Post("/twilio/voice/incoming", Arrival());
        var again = await Post("/twilio/voice/incoming", Arrival());
        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(first.Body, Does.Contain("<Gather").And.Contain("Cabinet des Lilas"));
        Assert.That(again.Body, Is.EqualTo(first.Body));
        Assert.That(await Calls(), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Gates))]
    public async Task Without_a_right_signature_nothing_is_answered_and_nothing_written(string path)
    {
        var form = Arrival();
        var right = TwilioSignature.Compute("token-1", Base + path, form.OrderBy(f => f.Key, StringComparer.Ordinal));
        string?[] wrong = [null, "", "x", right[..^1], right + "=", TwilioSignature.Compute("token-3", Base + path, form.OrderBy(f => f.Key, StringComparer.Ordinal))];
        foreach (var signature in wrong)
            Assert.That((await Send(path, form, signature)).Status, Is.EqualTo(HttpStatusCode.Forbidden), $"'{signature}'");
        Assert.That(await Calls(), Is.Zero);
    }

    [Test]
    public async Task The_second_token_is_accepted_while_tokens_are_rotated()
    {
        var form = Arrival();
        var signature = TwilioSignature.Compute("token-2", $"{Base}/twilio/voice/incoming", form.OrderBy(f => f.Key, StringComparer.Ordinal));
        Assert.That((await Send("/twilio/voice/incoming", form, signature)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Neither_host_nor_forwarded_headers_change_what_must_be_signed()
    {
        var form = Arrival();
        var signature = TwilioSignature.Compute("token-1", "https://evil.example/twilio/voice/incoming", form.OrderBy(f => f.Key, StringComparer.Ordinal));
        var refused = await Send("/twilio/voice/incoming", form, signature, request =>
        {
            request.Headers.Host = "evil.example";
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            request.Headers.Add("X-Forwarded-Proto", "https");
        });
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_body_that_is_no_form_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/twilio/voice/incoming") { Content = new StringContent("{\"CallSid\":\"CA1\"}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Compute("token-1", $"{Base}/twilio/voice/incoming", []));
        Assert.That((await _host.CreateClient().SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_number_that_is_no_line_of_ours_is_rejected_unbilled()
    {
        var form = Arrival();
        form["To"] = "+33180009999";
        Assert.That(XDocument.Parse((await Post("/twilio/voice/incoming", form)).Body).Root!.Elements().Select(e => e.Name.LocalName), Is.EqualTo(["Reject"]));
    }

    /// <summary>R19: the database is gone, and a hundred callers still hear of 15 and 112; the emergency key still dials.</summary>
    [Test]
    public async Task With_the_database_gone_every_caller_hears_15_and_112_and_the_emergency_key_dials()
    {
        var greeting = (await Post("/twilio/voice/incoming", Arrival())).Body;
        var action = XDocument.Parse(greeting).Descendants("Gather").First().Attribute("action")!.Value.Split('#')[0][Base.Length..];
        await _host.Store.Write(async (db, token) => await db.Database.ExecuteSqlRawAsync("DROP TABLE CallFacts", token), default);
        for (var i = 0; i < 100; i++)
        {
            var form = Arrival();
            form["CallSid"] = $"CA{i:D32}";
            var (status, body) = await Post("/twilio/voice/incoming", form);
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(body, Does.Contain("15").And.Contain("112").And.Contain("<Record"));
        }
        var pressed = Arrival();
        pressed["Digits"] = "0";
        var emergency = (await Post(action, pressed)).Body;
        Assert.That(XDocument.Parse(emergency).Descendants("Number").Single().Value, Is.EqualTo("15"));
        var next = XDocument.Parse(emergency).Descendants("Dial").Single().Attribute("action")!.Value.Split('#')[0][Base.Length..];
        Assert.That(XDocument.Parse((await Post(next, Arrival())).Body).Descendants("Number").Single().Value, Is.EqualTo("112"));
    }

    [Test]
    public async Task With_the_database_gone_an_english_caller_is_spoken_to_in_english()
    {
        var greeting = (await Post("/twilio/voice/incoming", Arrival())).Body;
        var pressed = Arrival();
        pressed["Digits"] = "9";
        var english = (await Post(ActionOf(greeting), pressed)).Body;
        Assert.That(english, Does.Contain("Appointment, press 1"));
        await _host.Store.Write(async (db, token) => await db.Database.ExecuteSqlRawAsync("DROP TABLE CallFacts", token), default);
        pressed["Digits"] = "1";
        Assert.That((await Post(ActionOf(english), pressed)).Body, Does.Contain("A technical fault").And.Not.Contain("incident"));
        pressed["Digits"] = "0";
        Assert.That((await Post(ActionOf(english), pressed)).Body, Does.Contain("We are calling the emergency services").And.Contain("15"));
    }

    /// <summary>Whether a patient comes through is decided by the key alone.</summary>
    [Test]
    public async Task With_the_database_gone_a_doctor_who_presses_the_key_is_connected_and_a_voicemail_is_not()
    {
        await _host.Store.Write(async (db, token) => await db.Database.ExecuteSqlRawAsync("ALTER TABLE Calls RENAME TO Lost", token), default);
        var called = Arrival();
        called["CallStatus"] = "in-progress";
        var asked = (await Post($"/twilio/voice/calls/{Guid.NewGuid():N}/dial-answered?a=diversion-1-fr-FR&t=1", called)).Body;
        Assert.That(asked, Does.Contain("tapez 1"));
        var silent = XDocument.Parse((await Post(ActionOf(asked), called)).Body).Root!;
        Assert.That(silent.Elements().Select(e => e.Name.LocalName), Is.EqualTo(["Say", "Hangup"]));
        called["Digits"] = "1";
        Assert.That(XDocument.Parse((await Post(ActionOf(asked), called)).Body).Root!.Elements(), Is.Empty, "an empty whisper connects");
    }

    [Test]
    public void Production_does_not_start_without_account_and_address()
    {
        using var host = new TestHost(b => b.UseEnvironment("Production"));
        var failure = Assert.Catch(() => host.CreateClient())!;
        Assert.That(failure.ToString(), Does.Contain("Twilio:AuthToken").And.Contain("Twilio:PublicBaseUrl"));
    }

    private static string ActionOf(string document) => XDocument.Parse(document).Descendants("Gather").First().Attribute("action")!.Value.Split('#')[0][Base.Length..];

    private static Dictionary<string, string> Arrival() => new()
    {
        ["CallSid"] = "CA00000000000000000000000000000001", ["AccountSid"] = "AC1", ["From"] = "+33612345699", ["To"] = Line,
        ["CallStatus"] = "ringing", ["Direction"] = "inbound", ["ApiVersion"] = "2010-04-01",
    };

    private Task<int> Calls() => _host.Store.Read((db, token) => db.Set<CallRecord>().CountAsync(token), default);

    private Task<(HttpStatusCode Status, string Body)> Post(string path, Dictionary<string, string> form) =>
        Send(path, form, TwilioSignature.Compute("token-1", Base + path, form.OrderBy(f => f.Key, StringComparer.Ordinal)));

    private async Task<(HttpStatusCode Status, string Body)> Send(string path, Dictionary<string, string> form, string? signature, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        change?.Invoke(request);
        using var response = await _host.CreateClient().SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static TestHost Host() => new(builder =>
    {
        builder.UseSetting("Demo:Seed", "true");
        builder.UseSetting("Scripts:SamplesAllowedFor:0", "cabinet-des-lilas");
        builder.UseSetting("Twilio:AccountSid", "AC1");
        builder.UseSetting("Twilio:AuthToken", "token-1");
        builder.UseSetting("Twilio:SecondaryAuthToken", "token-2");
        builder.UseSetting("Twilio:PublicBaseUrl", Base);
        builder.UseSetting("Twilio:ApiBaseUrl", "http://127.0.0.1:1");
        // A morning on which the practice is open.
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new ShiftedTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(1)))));
    });
}
