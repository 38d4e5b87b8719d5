using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice.Verbs;

/// <summary><c>Conference</c> in <c>Dial</c>: the leg stays until it leaves, is removed, or the conference ends.</summary>
internal sealed class Conference(Execution run, XElement noun)
{
    private readonly Leg _leg = run.Leg;

    public async Task Do()
    {
        var (room, participant) = run.Board.Rooms.Join(noun.Value.Trim(), _leg, Wish(noun));
        await using var gone = _leg.Interrupted.Register(() =>
            run.Board.Rooms.Leave(room, participant, _leg.HungUpByParty ? "participant_hung_up" : "participant_updated_via_api"));
        if (!room.Started)
            Wait(participant);
        await participant.Out.Task;
    }

    // An address that is given and empty means silence.
    private void Wait(Participant participant)
    {
        if (noun.Attribute("waitUrl") is not { Value: "" })
            new HoldSound(run).Begin(participant, noun.Text("waitUrl", ""), noun.Text("waitMethod", "POST"));
    }

    public static ConferenceWish Wish(XElement noun) => new(
        noun.Text("participantLabel", ""), noun.Flag("startConferenceOnEnter", true), noun.Flag("endConferenceOnExit", false),
            noun.Flag("muted", false),
        noun.Text("region", "us1"), noun.Text("statusCallback", ""), noun.Words("statusCallbackEvent", ""))
    {
        MaxParticipants = noun.Whole("maxParticipants", 250), Coaches = noun.Text("coach", ""), Beep = noun.Text("beep", "true"),
    };
}
