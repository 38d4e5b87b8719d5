using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>One rung of the ladder by which kept slots open, while it is typed.</summary>
public sealed class ReleaseEdit(ReleaseForm? form)
{
    public const string Days = "days";
    public const string Length = "length";

    public string When { get; set; } = form?.Before is { Length: > 0 } ? Length : Days;

    public string DaysBefore { get; set; } = form?.DaysBefore ?? "";

    public string At { get; set; } = form?.At ?? "";

    public string Before { get; set; } = WrittenAmount.LengthShown(form?.Before ?? "");

    public IReadOnlyList<string> To { get; set; } = form?.To ?? [];

    public ReleaseForm Form => When == Days
        ? new(To, DaysBefore.Trim(), RulesText.Time(At), "")
        : new(To, "", "", WrittenAmount.Length(Before, form?.Before));
}
