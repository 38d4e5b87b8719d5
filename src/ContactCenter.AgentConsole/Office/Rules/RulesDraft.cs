namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>What she is writing, as the tab keeps it: it outlives a reload.</summary>
/// <param name="FromHash">Of the text in force that it was made from.</param>
internal sealed record RulesDraft(string FromHash, string Text);
