using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>Other minutes for some ages, while they are typed.</summary>
public sealed class AgeMinutesEdit(RulesForm rules, AgeMinutesForm? form)
{
    public string From { get; set; } = WrittenAmount.AgeShown(form?.From ?? "");

    public string Under { get; set; } = WrittenAmount.AgeShown(form?.Under ?? "");

    public MinutesEdit Minutes { get; } = new(rules, form?.Minutes ?? []);

    public AgeMinutesForm Form => new(WrittenAmount.Age(From, form?.From), WrittenAmount.Age(Under, form?.Under), Minutes.Form);

    public IEnumerable<string> Fields => ["from", "under", .. Minutes.Fields];
}
