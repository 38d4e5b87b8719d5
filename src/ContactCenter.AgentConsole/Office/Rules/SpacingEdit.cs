using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>The distance between two visits while it is typed.</summary>
public sealed class SpacingEdit(SpacingForm? form)
{
    public string Days { get; set; } = form?.Days ?? "";

    public IReadOnlyList<string> Reasons { get; set; } = form?.Reasons ?? [];

    public string Strength { get; set; } = form?.Strength ?? "soft";

    /// <summary>Null when no days are given: then there is no distance.</summary>
    public SpacingForm? Form => Days.Trim() is { Length: > 0 } days ? new(days, Reasons, Strength) : null;
}
