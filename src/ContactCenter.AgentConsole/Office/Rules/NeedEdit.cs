using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>What a visit takes beside the practitioner, while it is typed.</summary>
public sealed class NeedEdit(NeedForm? form)
{
    public string Count { get; set; } = form?.Count ?? "1";

    public IReadOnlyList<string> Of { get; set; } = form?.Of ?? [];

    public NeedForm Form => new(Count.Trim(), Of);
}
