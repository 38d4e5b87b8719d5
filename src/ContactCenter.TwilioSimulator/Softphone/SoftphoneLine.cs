using System.Text.Json;
using ContactCenter.TwilioSimulator.Voice;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Softphone;

/// <summary>One softphone: registered by its token, with at most one call at a time.</summary>
internal sealed class SoftphoneLine(string identity, Switchboard board, JsonSocket socket) : IDevice
{
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
                socket.Send(new { type = "ringing", callSid = _leg.Sid });
                break;
            case "accept":
                _leg?.Decision.TrySetResult(LegState.InProgress);
                break;
            case "reject":
                _leg?.HangUp(byParty: true);
                break;
            case "digits":
                foreach (var key in message.GetProperty("digits").GetString() ?? "")
                    _leg?.Keys.Writer.TryWrite(key.ToString());
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

    /// <summary>The socket is gone. A page that said goodbye takes its leg with it; one that broke off leaves it for a while.</summary>
    public async Task Gone(bool clean)
    {
        if (_leg is not { IsOver: false } leg)
            return;
        if (!clean)
            await Task.Delay(board.Options.SoftphoneGrace, board.Options.Time);
        leg.HangUp(byParty: true);
    }

    public void Ring(Leg leg)
    {
        if (_leg is { IsOver: false })
        {
            leg.Decision.TrySetResult(LegState.Busy);
            return;
        }
        _leg = leg;
        socket.Send(new { type = "incoming", callSid = leg.Sid, from = leg.From });
    }

    public void Hear(Leg leg, string kind, string text, string language)
    {
        if (leg == _leg && kind == "say")
            socket.Send(new { type = "caption", kind, text, language });
    }

    public void Changed(Leg leg)
    {
        if (leg == _leg)
            socket.Send(new { type = leg.IsOver ? "disconnect" : leg.State == LegState.InProgress ? "accept" : "progress", callSid = leg.Sid });
    }
}
