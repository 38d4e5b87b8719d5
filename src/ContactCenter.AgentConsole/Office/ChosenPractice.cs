namespace ContactCenter.AgentConsole.Office;

/// <summary>Which practice the office looks at, kept while one goes to pages that are no practice's.</summary>
internal sealed class ChosenPractice
{
    public Guid Id { get; set; }

    /// <summary>She has just chosen this one, whose page is on its way: its bar takes the focus that the bar before it had.</summary>
    public Guid? Awaited { get; set; }
}
