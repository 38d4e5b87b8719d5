using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>When a room, a device or somebody is there, while it is typed.</summary>
public sealed class PresenceEdit(PresenceForm? form)
{
    public IReadOnlyList<string> Days { get; set; } = form?.Days ?? [];

    public string From { get; set; } = form?.From ?? "";

    public string To { get; set; } = form?.To ?? "";

    public string Weeks { get; set; } = form?.Weeks ?? "every";

    public string First { get; set; } = form?.First ?? "";

    public string Last { get; set; } = form?.Last ?? "";

    public PresenceForm Form => new(Days, RulesText.Time(From), RulesText.Time(To), Weeks, First, Last);
}
