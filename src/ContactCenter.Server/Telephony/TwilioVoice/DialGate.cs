using System.Globalization;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// No number leaves in a caller's document that may not be dialled: what the allow-list or the day's cap refuses counts as not reached, and the caller
/// goes on to what follows. The emergency way asks no cap.
/// </summary>
internal sealed class DialGate(CallDesk desk, OutboundCap cap, IClock clock, ILogger<DialGate> log)
{
    public async Task<CallReply> Pass(CallReply reply)
    {
        List<CallInstruction> heard = [];
        while (reply.Instructions.FirstOrDefault(i => i is DialOut or DialEmergency) is { } dial && !await MayLeave(dial))
        {
            log.LogWarning("A number named by the practice of call {CallId} is not dialled: the allow-list or the cap refuses it", reply.CallId);
            heard.AddRange(reply.Instructions.TakeWhile(i => i != dial));
            if (await desk.Handle(reply.CallId, Refused(dial, reply.Turn), CancellationToken.None) is not { } next)
                break;
            reply = next;
        }
        return heard.Count == 0 ? reply : reply with { Instructions = [.. heard, .. reply.Instructions] };
    }

    private async Task<bool> MayLeave(CallInstruction dial) => dial switch
    {
        DialEmergency e => OutboundNumbers.MayDial(e.Number, emergency: true),
        DialOut { Emergency: true } e => OutboundNumbers.MayDial(e.Number, emergency: true),
        DialOut e => OutboundNumbers.MayDial(e.Number, emergency: false) && await cap.Take(CancellationToken.None),
        _ => true,
    };

    private CallEvent Refused(CallInstruction dial, int turn)
    {
        var ended = dial is DialOut { Ended: var o } ? o : ((DialEmergency)dial).Ended;
        var attempt = int.Parse(ended.Argument!, CultureInfo.InvariantCulture);
        var (key, now) = ($"refused:{ended.Kind}:{attempt}:{turn}", clock.GetCurrentInstant());
        return ended.Kind == CallRouteKind.EmergencyDialEnded
            ? new EmergencyDialEnded(key, now, attempt, DialOutcome.Failed, Bridged: false)
            : new DiversionEnded(key, now, DialOutcome.Failed, attempt, Bridged: false);
    }
}
