using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Availability;

internal static class PresenceText
{
    public static string Of(Presence presence, string? awayReason) => presence switch
    {
        Presence.Offline => PresenceWords.Offline,
        Presence.Available => PresenceWords.Available,
        Presence.Offered => PresenceWords.Offered,
        Presence.OnCall => PresenceWords.OnCall,
        Presence.WrapUp => PresenceWords.WrapUp,
        Presence.Away => Away(awayReason),
    };

    public static string Away(string? reason) => reason switch
    {
        AwayReasons.Break => PresenceWords.AwayBreak,
        AwayReasons.Lunch => PresenceWords.AwayLunch,
        AwayReasons.Training => PresenceWords.AwayTraining,
        AwayReasons.Meeting => PresenceWords.AwayMeeting,
        AwayReasons.Technical => PresenceWords.AwayTechnical,
        _ => PresenceWords.AwayOther,
    };

    /// <summary>Why the server took her out of routing, by its code.</summary>
    public static string Paused(string because) => because switch
    {
        "console-silent" => PresenceWords.PausedSilent,
        "rang-out" => PresenceWords.PausedRangOut,
        _ => PresenceWords.Paused,
    };

    /// <summary>The style class that gives the presence its colour.</summary>
    public static string Tone(Presence presence) => presence switch
    {
        Presence.Offline => "tone-off",
        Presence.Available => "tone-good",
        Presence.Offered => "tone-ring",
        Presence.OnCall => "tone-call",
        Presence.WrapUp => "tone-wrap",
        Presence.Away => "tone-away",
    };
}
