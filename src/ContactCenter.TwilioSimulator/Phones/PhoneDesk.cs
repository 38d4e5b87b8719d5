using System.Collections.Concurrent;
using System.Text.Json;
using ContactCenter.TwilioSimulator.Softphone;
using ContactCenter.TwilioSimulator.Texts;
using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Phones;

/// <summary>
/// All telephones that are not the server's: those on the page, the softphones, and those that tests hold in their hands. A number that nobody
/// took rings on the page.
/// </summary>
public sealed class PhoneDesk(Switchboard board)
{
    private readonly ConcurrentDictionary<Guid, JsonSocket> _pages = new();
    private readonly ConcurrentDictionary<string, IDevice> _taken = new();
    private readonly ConcurrentDictionary<string, SoftphoneLine> _softphones = new();
    private readonly ConcurrentDictionary<string, bool> _voicemails = new();

    /// <summary>Takes a number off the page: it rings at <paramref name="device"/> from now on.</summary>
    public void Take(string number, IDevice device) => _taken[number] = device;

    public IDevice DeviceOf(string to) =>
        _taken.TryGetValue(to, out var device) ? device
        : to.StartsWith("client:", StringComparison.Ordinal) && _softphones.TryGetValue(to[7..], out var softphone) ? softphone
        : new PagePhone(this);

    internal async Task RunPage(JsonSocket socket, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        _pages[id] = socket;
        socket.Send(new { type = "hello", numbers = board.Options.Numbers.Select(n => new { n.Number, n.FriendlyName }) });
        foreach (var leg in board.Legs.Where(l => !l.IsOver))
            socket.Send(View(leg));
        foreach (var exchange in board.Sender.Exchanges.TakeLast(40))
            socket.Send(View(exchange));
        var mine = new ConcurrentBag<Leg>();
        await socket.Run(message => Received(message, mine), cancellationToken);
        _pages.TryRemove(id, out _);
        foreach (var leg in mine.Where(l => !l.IsOver))
            leg.HangUp(byParty: true);
    }

    /// <summary>The identities that are registered.</summary>
    public IReadOnlyCollection<string> Softphones => [.. _softphones.Keys];

    /// <summary>Breaks a softphone's line as a network does; false when there is none.</summary>
    public bool Cut(string identity)
    {
        if (!_softphones.TryGetValue(identity, out var line))
            return false;
        line.Cut();
        return true;
    }

    /// <param name="resumes">The leg that the softphone had when its line broke, or empty.</param>
    internal async Task RunSoftphone(string identity, string resumes, JsonSocket socket, CancellationToken cancellationToken)
    {
        socket.Send(new { type = "registered", identity });
        var line = board.Find(resumes)?.Device is SoftphoneLine before && before.Identity == identity && before.Resume(resumes, socket)
            ? before
            : new SoftphoneLine(identity, board, socket);
        if (resumes.Length > 0 && board.Find(resumes) is not { IsOver: false })
            socket.Send(new { type = "disconnect", callSid = resumes });
        _softphones[identity] = line;
        var clean = await socket.Run(line.Received, cancellationToken);
        if (line.IsOn(socket))
            _softphones.TryRemove(KeyValuePair.Create(identity, line));
        await line.Gone(socket, clean);
    }

    internal void Tell(object message)
    {
        foreach (var page in _pages.Values)
            page.Send(message);
    }

    internal static object View(TextMessage message) => new { type = "text", to = message.To, from = message.From, body = message.Body };

    internal object View(Leg leg) => new
    {
        type = "leg", voicemail = _voicemails.ContainsKey(leg.Sid), sid = leg.Sid, from = leg.From, to = leg.To, direction = leg.Direction,
        status = leg.Word, answeredAt = leg.AnsweredAt, endedAt = leg.EndedAt,
    };

    internal static object View(WebhookExchange exchange) => new
    {
        type = "webhook", at = exchange.At, path = new Uri(exchange.Url).PathAndQuery, exchange.Form, exchange.Answer, exchange.Body,
        ms = Math.Round(exchange.Milliseconds, 1), exchange.Attempt, exchange.Failure,
    };

    private Task Received(JsonElement message, ConcurrentBag<Leg> mine)
    {
        var leg = message.TryGetProperty("sid", out var sid) ? board.Find(sid.GetString()!) : null;
        switch (message.GetProperty("type").GetString())
        {
            case "dial":
                Dial(message, mine);
                break;
            case "answer":
                leg?.Decision.TrySetResult(LegState.InProgress);
                break;
            case "refuse":
                leg?.Decision.TrySetResult(LegState.Busy);
                break;
            case "voicemail" when leg is not null:
                _voicemails[leg.Sid] = true;
                _ = Voicemail.Take(leg, board.Options, (kind, text) => Tell(new { type = "heard", sid = leg.Sid, kind, text, language = "fr-FR" }));
                break;
            case "keys":
                foreach (var key in message.GetProperty("keys").GetString() ?? "")
                    leg?.Keys.Writer.TryWrite(key.ToString());
                break;
            case "speak":
                leg?.Words.Writer.TryWrite(message.GetProperty("text").GetString() ?? "");
                break;
            case "hangup":
                leg?.HangUp(byParty: true);
                break;
        }
        return Task.CompletedTask;
    }

    private void Dial(JsonElement message, ConcurrentBag<Leg> mine)
    {
        var tag = message.TryGetProperty("tag", out var given) ? given.GetString() : null;
        var to = message.GetProperty("to").GetString()!;
        if (board.DialIn(message.GetProperty("from").GetString()!, to, new PagePhone(this, tag)) is { } leg)
            mine.Add(leg);
        else
            Tell(new { type = "wrong-number", tag, to });
    }

    // The tag tells whoever dialled, before anything else is told of it, which of the calls that all pages see is its own.
    private sealed class PagePhone(PhoneDesk desk, string? tag = null) : IDevice
    {
        private string? _tag = tag;

        public void Ring(Leg leg) => desk.Tell(desk.View(leg));

        public void Hear(Leg leg, string kind, string text, string language) =>
            desk.Tell(new { type = "heard", sid = leg.Sid, kind, text, language });

        public void Changed(Leg leg)
        {
            if (Interlocked.Exchange(ref _tag, null) is { } mine)
                desk.Tell(new { type = "dialled", tag = mine, sid = leg.Sid });
            desk.Tell(desk.View(leg));
        }
    }
}
