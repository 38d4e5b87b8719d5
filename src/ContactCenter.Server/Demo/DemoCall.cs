using System.Globalization;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>
/// A call that once was, as its events: greeted, queued, answered, sometimes held, then noted. One in eight gives up while waiting.
/// </summary>
internal sealed class DemoCall
{
    private readonly List<(CallEvent Event, Instant ReceivedAt)> _events = [];
    private readonly Random _chance;
    private readonly string _name;
    private Instant _now;

    private DemoCall(Instant start, Random chance)
    {
        (_now, _chance) = (start, chance);
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        Id = new CallId(Guid.CreateVersion7(start.ToDateTimeOffset()));
        _name = Convert.ToHexStringLower(bytes)[..12];
        Caller = new LegRef($"demo-{_name}");
    }

    public CallId Id { get; }

    public LegRef Caller { get; }

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<(CallEvent Event, Instant ReceivedAt)> Events => _events;

    public static DemoCall Of(Instant start, PhoneLine line, AgentId agent, Random chance)
    {
        var call = new DemoCall(start, chance);
        var number = chance.Next(612_345_601, 612_345_626).ToString(CultureInfo.InvariantCulture);
        call.Hear(0, (key, at) => new CallArrived(key, at, call.Caller, $"+33{number}", line.Number), "arrived");
        call.Hear(chance.Next(6, 16), (key, at) => new CallDirected(key, at, CallDirection.Queue, Urgency.Routine, "rendez-vous", []), "queued");
        if (chance.Next(8) == 0)
            call.Hear(chance.Next(20, 90), (key, at) => new LegProgressed(key, at, call.Caller, LegProgress.Completed, 1, null), "leg:completed");
        else
            call.IsAnswered(agent);
        return call;
    }

    private void IsAnswered(AgentId agent)
    {
        var leg = new LegRef($"demo-agent-{_name}");
        var (caller, answering) = (new LegLabel(LegRole.Caller), new LegLabel(LegRole.Agent));
        var offer = new OfferId(Guid.CreateVersion7(_now.ToDateTimeOffset()));
        Hear(_chance.Next(1, 20), (key, at) => new CallOffered(key, at, offer, agent), "offer:made");
        Hear(_chance.Next(2, 6), (key, at) => new OfferAccepted(key, at, offer, agent), "offer:accepted");
        Hear(1, (key, at) => new ParticipantJoined(key, at, _name, 1, Caller, caller), "conference:1:participant-join");
        Hear(1, (key, at) => new ParticipantJoined(key, at, _name, 2, leg, answering), "conference:2:participant-join");
        var talk = _chance.Next(45, 320);
        if (_chance.Next(4) == 0)
        {
            Hear(talk / 2, (key, at) => new ParticipantHeld(key, at, _name, 3, Caller, caller), "conference:3:participant-hold");
            Hear(_chance.Next(8, 40), (key, at) => new ParticipantResumed(key, at, _name, 4, Caller, caller), "conference:4:participant-unhold");
        }

        Hear(talk / 2, (key, at) => new LegProgressed(key, at, Caller, LegProgress.Completed, 1, null), "leg:completed");
        Hear(_chance.Next(10, 55), (key, at) => new WrapUpFinished(key, at, "appointment", false), "notes:closed");
    }

    // Notices reach us a moment after they happened.
    private void Hear(int seconds, Func<string, Instant, CallEvent> happened, string what)
    {
        _now += Duration.FromSeconds(seconds);
        _events.Add((happened($"{what}:{_name}", _now), _now + Duration.FromMilliseconds(_chance.Next(120, 900))));
    }
}
