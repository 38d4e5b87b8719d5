using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Driving;

/// <summary>The telephones of a simulator that runs elsewhere, over the socket that its page uses.</summary>
internal sealed class PhonesClient : IPhones, IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly JsonSocket _messages;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Handset> _dialling = new();
    private readonly ConcurrentDictionary<string, Handset> _phones = new();
    private readonly ConcurrentDictionary<string, Func<Handset, Task>> _behaviours = new();
    private readonly CancellationTokenSource _over = new();
    private Task _reading = Task.CompletedTask;

    private PhonesClient(TimeProvider time) => (_time, _messages) = (time, new JsonSocket(_socket));

    /// <exception cref="WebSocketException">No simulator answers there.</exception>
    public static async Task<PhonesClient> Connect(Uri simulator, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = new PhonesClient(time);
        var scheme = simulator.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        await client._socket.ConnectAsync(new UriBuilder(simulator) { Scheme = scheme, Path = "/phones/socket" }.Uri, cancellationToken);
        client._reading = client._messages.Run(client.Received, client._over.Token);
        return client;
    }

    public Handset Dial(string from, string to)
    {
        var (tag, phone) = (Guid.NewGuid().ToString("N"), New());
        _dialling[tag] = phone;
        _messages.Send(new { type = "dial", tag, from, to });
        return phone;
    }

    public void WhenRung(string number, Func<Handset, Task> behaves) => _behaviours[number] = behaves;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _reading;
        _socket.Dispose();
        _over.Dispose();
    }

    private Handset New()
    {
        var line = new SocketLine(_messages.Send);
        var phone = new Handset(_time) { Line = line };
        line.Phone = phone;
        return phone;
    }

    private Task Received(JsonElement message)
    {
        switch (Text(message, "type"))
        {
            case "dialled" when _dialling.TryRemove(Text(message, "tag"), out var phone):
                phone.Changed(Text(message, "sid"), "queued");
                _phones[Text(message, "sid")] = phone;
                break;
            case "wrong-number" when _dialling.TryRemove(Text(message, "tag"), out var phone):
                phone.IsWrongNumber();
                break;
            case "leg":
                Changed(Text(message, "sid"), Text(message, "to"), Text(message, "status"), Text(message, "direction"));
                break;
            case "heard" when _phones.TryGetValue(Text(message, "sid"), out var phone):
                phone.Heard(Text(message, "kind"), Text(message, "text"));
                break;
        }
        return Task.CompletedTask;
    }

    private void Changed(string sid, string to, string state, string direction)
    {
        if (_phones.TryGetValue(sid, out var known))
            known.Changed(sid, state);
        else if (direction != "inbound" && state == "ringing" && _behaviours.TryGetValue(to, out var behaves))
        {
            var phone = _phones[sid] = New();
            phone.Changed(sid, state);
            _ = Task.Run(() => behaves(phone));
        }
    }

    private static string Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private sealed class SocketLine(Action<object> send) : IPhoneLine
    {
        public Handset Phone { get; set; } = null!;

        public void Answer() => send(new { type = "answer", sid = Phone.Sid });

        public void Refuse() => send(new { type = "refuse", sid = Phone.Sid });

        public void LetVoicemailAnswer() => send(new { type = "voicemail", sid = Phone.Sid });

        public void Press(string keys) => send(new { type = "keys", sid = Phone.Sid, keys });

        public void Speak(string words) => send(new { type = "speak", sid = Phone.Sid, text = words });

        public void HangUp() => send(new { type = "hangup", sid = Phone.Sid });
    }
}
