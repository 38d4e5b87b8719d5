using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>Ages while they are typed.</summary>
public sealed class AgesEdit(AgesForm? form)
{
    public string From { get; set; } = WrittenAmount.AgeShown(form?.From ?? "");

    public string Under { get; set; } = WrittenAmount.AgeShown(form?.Under ?? "");

    public string Strength { get; set; } = form?.Strength ?? "hard";

    public bool IsGiven => From.Trim().Length + Under.Trim().Length > 0;

    /// <summary>Null for all ages.</summary>
    public AgesForm? Form => IsGiven ? new(WrittenAmount.Age(From, form?.From), WrittenAmount.Age(Under, form?.Under), Strength) : null;
}
