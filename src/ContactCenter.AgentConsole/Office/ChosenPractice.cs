namespace ContactCenter.AgentConsole.Office;

/// <summary>Which practice the office looks at, kept while one goes to pages that are no practice's.</summary>
internal sealed class ChosenPractice
{
    public Guid Id { get; set; }
}
