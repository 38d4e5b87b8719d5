using ContactCenter.Contracts.Administration;

namespace ContactCenter.AgentConsole.Office.Accounts;

/// <summary>Why nothing was done to an account.</summary>
/// <param name="Now">What somebody else made of it meanwhile, if that is why.</param>
public sealed record AccountRefusal(string Sentence, AccountView? Now);
