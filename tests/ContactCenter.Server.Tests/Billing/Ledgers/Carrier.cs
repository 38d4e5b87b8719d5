using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing.Ledgers;

/// <summary>The shipped simulator as the telephony vendor whose records are compared, on a clock that the test moves.</summary>
internal sealed class Carrier : IAsyncDisposable
{
    private const string Doctor = "+33677000001";
    private readonly FakeTimeProvider _time;
    private readonly Simulator _simulator;
    private readonly HttpClient _rest;

    private Carrier(FakeTimeProvider time, Simulator simulator)
    {
        (_time, _simulator) = (time, simulator);
        _rest = new HttpClient { BaseAddress = new Uri($"{simulator.Address}/2010-04-01/Accounts/{simulator.Options.AccountSid}/") };
        var credentials = $"{simulator.Options.AccountSid}:{simulator.Options.AuthToken}";
        _rest.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(credentials)));
    }

    public SimulatorOptions Options => _simulator.Options;

    public Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    public static async Task<Carrier> Start(Instant now)
    {
        var time = new FakeTimeProvider(now.ToDateTimeOffset());
        return new Carrier(time, await Simulator.Start(new SimulatorOptions { Port = 0, Time = time, CharactersPerSecond = 0, PlayLength = TimeSpan.Zero }));
    }

    /// <summary>Points a server at the simulated account.</summary>
    public void Serve(IWebHostBuilder builder, string? token = null) => builder
        .UseSetting("Twilio:AccountSid", Options.AccountSid).UseSetting("Twilio:AuthToken", token ?? Options.AuthToken)
        .UseSetting("Twilio:ApiBaseUrl", _simulator.Address).UseSetting("Twilio:InsightsBaseUrl", _simulator.Address)
        .UseSetting("Twilio:PublicBaseUrl", "http://localhost:1");

    /// <summary>A leg that is answered now; it lasts until the answer is hung up.</summary>
    public async Task<(string Leg, ScriptedPhone Phone)> Begin()
    {
        var phone = _simulator.Put(Doctor, ScriptedPhone.Answers());
        using var answer = await _rest.PostAsync("Calls.json", new FormUrlEncodedContent(
        [
            new("To", Doctor), new("From", Options.Numbers[0].Number), new("Twiml", "<Response><Pause length=\"14000\"/></Response>"),
        ]));
        answer.EnsureSuccessStatusCode();
        await Until(() => phone.Leg?.AnsweredAt is not null, "the answer");
        return (phone.Leg!.Sid, phone);
    }

    /// <summary>Legs that nobody answers: the list grows and costs nothing.</summary>
    public async Task RingInVain(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await _rest.PostAsync("Calls.json", new FormUrlEncodedContent(
                [new("To", "+33677000009"), new("From", Options.Numbers[0].Number), new("Twiml", "<Response/>")]));
            answer.EnsureSuccessStatusCode();
        }
    }

    public void Pass(long seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    public static async Task End(ScriptedPhone phone)
    {
        phone.HangUp();
        await Until(() => phone.Leg!.IsOver, "the end of the leg");
    }

    /// <summary>The two legs of a call as <see cref="CallWithEvents"/> hears one: 25 s until the agent, then so long together, by the vendor's clock.</summary>
    public async Task<(string Caller, string Agent)> Call(long together)
    {
        var (caller, patient) = await Begin();
        Pass(25);
        var (agent, claire) = await Begin();
        Pass(together);
        await End(patient);
        await End(claire);
        return (caller, agent);
    }

    public async ValueTask DisposeAsync()
    {
        _rest.Dispose();
        await _simulator.DisposeAsync();
    }

    private static async Task Until(Func<bool> condition, string what)
    {
        for (var end = DateTime.UtcNow.AddSeconds(30); !condition();)
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(end), $"Not in time: {what}");
            await Task.Delay(10);
        }
    }
}
