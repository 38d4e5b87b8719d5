using System.Text.Json;
using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Softphone;

/// <summary>One softphone: registered by its token, with at most one call at a time. Its call outlives a socket that broke.</summary>
internal sealed class SoftphoneLine(string identity, Switchboard board, JsonSocket socket) : IDevice
{
    private volatile JsonSocket _socket = socket;
    private Leg? _leg;

    public string Identity { get; } = identity;

    public Task Received(JsonElement message)
    {
        switch (message.GetProperty("type").GetString())
        {
            case "connect":
                var parameters = message.TryGetProperty("params", out var given)
                    ? given.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString()) : [];
                _leg = board.ConnectClient(Identity, parameters, this);
                _socket.Send(new { type = "ringing", callSid = _leg.Sid });
                break;
            case "accept":
                _leg?.Decision.TrySetResult(LegState.InProgress);
                break;
            case "reject":
                _leg?.HangUp(byParty: true);
                break;
            case "digits":
                Press(message.GetProperty("digits").GetString() ?? "");
                break;
            case "mute":
                if (_leg is { Room: { } room } leg && room.Participants.Find(p => p.Leg == leg) is { } participant)
                    board.Rooms.Mute(room, participant, message.GetProperty("muted").GetBoolean());
                break;
            case "hangup":
                _leg?.HangUp(byParty: true);
                break;
        }
        return Task.CompletedTask;
    }

    /// <summary>Goes on over another socket; false when the call is over.</summary>
    public bool Resume(string leg, JsonSocket socket)
    {
        if (_leg is not { IsOver: false } mine || mine.Sid != leg)
            return false;
        _socket.Abort();
        _socket = socket;
        socket.Send(new { type = "resumed", callSid = leg });
        return true;
    }

    /// <summary>Breaks the line as a network does, without a goodbye.</summary>
    public void Cut() => _socket.Abort();

    public bool IsOn(JsonSocket socket) => socket == _socket;

    /// <summary>A socket is gone. A page that said goodbye takes its leg with it; one that broke off has a while to come back for it.</summary>
    public async Task Gone(JsonSocket socket, bool clean)
    {
        if (_leg is not { IsOver: false } leg || !IsOn(socket))
            return;
        if (!clean)
            await Task.Delay(board.Options.SoftphoneGrace, board.Options.Time);
        if (IsOn(socket))
            leg.HangUp(byParty: true);
    }

    // A document that gathers takes the keys; in a conference the others hear their tones.
    private void Press(string digits)
    {
        if (_leg is not { } leg)
            return;
        foreach (var key in digits)
            leg.Keys.Writer.TryWrite(key.ToString());
        if (leg.Room is { } room)
            board.Rooms.Sound(room, leg, digits);
    }

    public void Ring(Leg leg)
    {
        if (_leg is { IsOver: false })
        {
            leg.Decision.TrySetResult(LegState.Busy);
            return;
        }
        _leg = leg;
        _socket.Send(new { type = "incoming", callSid = leg.Sid, from = leg.From });
    }

    public void Hear(Leg leg, string kind, string text, string language)
    {
        if (leg == _leg && kind == "say")
            _socket.Send(new { type = "caption", kind, text, language });
    }

    public void Changed(Leg leg)
    {
        if (leg == _leg)
            _socket.Send(new { type = leg.IsOver ? "disconnect" : leg.State == LegState.InProgress ? "accept" : "progress", callSid = leg.Sid });
    }
}
