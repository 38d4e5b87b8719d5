using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactCenter.TwilioSimulator.Tests.Support;
using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Tests.Softphone;

internal sealed class SoftphoneLineTests
{
    // Of the bench's clock, which is 25 times as fast.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private Bench bench = default!;

    [SetUp]
    public async Task Set()
    {
        bench = await Bench.Set(o => o with { SoftphoneGrace = Grace });
        bench.Server.Answers("/app", """<Dial><Conference startConferenceOnEnter="true" participantLabel="agent-1">room</Conference></Dial>""");
    }

    [TearDown]
    public ValueTask Clear() => bench.DisposeAsync();

    [Test]
    public async Task Cut_line_comes_back_to_its_leg_in_the_conference()
    {
        var (first, leg) = await Connected();
        Assert.That(bench.Simulator.Phones.Cut("agent-1"), Is.True);
        var second = await Open(resume: leg.Sid);
        Assert.That((await Read(second, "resumed")).GetProperty("callSid").GetString(), Is.EqualTo(leg.Sid));
        await Task.Delay(Grace / 20);
        Assert.That((leg.State, Left(leg)), Is.EqualTo((LegState.InProgress, false)), "the grace is long over, and it is still in");
        first.Dispose();
        second.Dispose();
    }

    [Test]
    public async Task Cut_line_that_does_not_come_back_loses_its_leg()
    {
        var (first, leg) = await Connected();
        bench.Simulator.Phones.Cut("agent-1");
        await Bench.Eventually(() => leg.IsOver, "the leg's end after the grace");
        using var late = await Open(resume: leg.Sid);
        Assert.That((await Read(late, "disconnect")).GetProperty("callSid").GetString(), Is.EqualTo(leg.Sid));
        first.Dispose();
    }

    [Test]
    public async Task Another_identity_cannot_take_the_leg()
    {
        var (first, leg) = await Connected();
        using var other = await Open(resume: leg.Sid, identity: "agent-2");
        await Send(other, new { type = "hangup" });
        await Send(first, new { type = "mute", muted = true });
        await Bench.Eventually(() => bench.Simulator.Truth.Events.Any(e => e.What == "muted" && e.Leg == leg.Sid), "the first still holds it");
        Assert.That(leg.IsOver, Is.False);
        first.Dispose();
    }

    [Test]
    public async Task Keys_are_heard_by_the_others_in_the_conference()
    {
        bench.Server.Answers("/voice", """<Dial><Conference>room</Conference></Dial>""");
        var caller = bench.Dial();
        var (line, leg) = await Connected();
        await Send(line, new { type = "digits", digits = "42" });
        await caller.Hears("42");
        Assert.That(bench.Simulator.Truth.Events.Where(e => e.What == "pressed").Select(e => (e.Leg, e.Label)), Is.EqualTo(new[] { (leg.Sid, "42") }));
        line.Dispose();
    }

    private async Task<(ClientWebSocket Line, Leg Leg)> Connected()
    {
        var line = await Open();
        await Send(line, new { type = "connect", @params = new { } });
        var sid = (await Read(line, "accept")).GetProperty("callSid").GetString()!;
        await Bench.Eventually(() => bench.Simulator.Truth.Events.Any(e => e.What == "joined" && e.Leg == sid), "the agent in the conference");
        return (line, bench.Simulator.Board.Find(sid)!);
    }

    private bool Left(Leg leg) => bench.Simulator.Truth.Events.Any(e => e.What == "left" && e.Leg == leg.Sid);

    private async Task<ClientWebSocket> Open(string resume = "", string identity = "agent-1")
    {
        var socket = new ClientWebSocket();
        var address = bench.Simulator.Address.Replace("http", "ws", StringComparison.Ordinal);
        await socket.ConnectAsync(new Uri($"{address}/softphone/socket?token={Token(identity)}&resume={resume}"), CancellationToken.None);
        return socket;
    }

    private static async Task Send(ClientWebSocket socket, object message) =>
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<JsonElement> Read(ClientWebSocket socket, string type)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[8192];
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer, patience.Token);
            var message = JsonDocument.Parse(buffer.AsMemory(0, got.Count)).RootElement.Clone();
            if (message.GetProperty("type").GetString() == type)
                return message;
        }
    }

    private string Token(string identity)
    {
        var options = bench.Simulator.Options;
        var now = options.Time.GetUtcNow().ToUnixTimeSeconds();
        var content = $"{Part(new { alg = "HS256", typ = "JWT", cty = "twilio-fpa;v=1" })}.{Part(new
        {
            jti = "1", iss = options.ApiKeySid, sub = options.AccountSid, exp = now + 86_400,
            grants = new { identity, voice = new { outgoing = new { application_sid = options.TwimlAppSid } } },
        })}";
        var mark = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.ApiKeySecret), Encoding.ASCII.GetBytes(content));
        return $"{content}.{System.Buffers.Text.Base64Url.EncodeToString(mark)}";
    }

    private static string Part(object part) => System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
