namespace ContactCenter.Contracts.Practices;

/// <summary>
/// Another doctor, a pharmacy, a laboratory or a hospital whose calls the IVR greets differently
/// (<c>GET</c> and <c>POST /api/practices/{practiceId}/colleagues</c>, <c>DELETE .../{colleagueId}</c>; by the practice's staff).
/// </summary>
public sealed record ColleagueView(Guid ColleagueId, string Name, string Number);

/// <param name="Number">As typed.</param>
public sealed record NameColleague(string Name, string Number);
