using ContactCenter.Domain.Practices;

namespace ContactCenter.Server.Administration;

/// <summary>What is written of somebody who signs in, by an administrator or by a command.</summary>
/// <param name="Languages">An agent's: two small letters each. Nobody else has any.</param>
internal sealed record Person(string Name, IReadOnlyList<string> Roles, IReadOnlyList<PracticeOfPerson> Practices, IReadOnlyList<string> Languages, string Culture);

/// <param name="IsOwn">One of the practice's own secretaries: asked before the team.</param>
internal readonly record struct PracticeOfPerson(PracticeId Id, bool IsOwn);
