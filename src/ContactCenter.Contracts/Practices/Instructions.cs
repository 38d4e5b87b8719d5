namespace ContactCenter.Contracts.Practices;

/// <summary>
/// A standing instruction (<c>GET /api/practices/{practiceId}/instructions</c>). Of those that hold now for one practitioner, or for the
/// whole practice, the most specific wins: one date, then a bounded period, then every week, then the rest.
/// </summary>
/// <param name="PractitionerId">Null: for the whole practice.</param>
/// <param name="InForce">It holds now and no other outranks it.</param>
public sealed record InstructionView(
    Guid InstructionId, string Text, string? PractitionerId, InstructionTimes Times, DateTimeOffset GivenAt, bool InForce);

/// <summary>When it holds, by the practice's own clock; what is not set does not bind.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Days">Weekdays; none means every day.</param>
/// <param name="Start">Time of day, inclusive.</param>
/// <param name="End">Time of day, exclusive.</param>
public sealed record InstructionTimes(
    DateOnly? From = null, DateOnly? To = null, IReadOnlyList<DayOfWeek>? Days = null, TimeOnly? Start = null, TimeOnly? End = null);

/// <summary><c>POST /api/practices/{practiceId}/instructions</c> with <c>Idempotency-Key</c>, by the practice's staff. <c>DELETE .../{instructionId}</c> withdraws.</summary>
/// <param name="Text">At most 1,000 characters.</param>
public sealed record GiveInstruction(string Text, string? PractitionerId, InstructionTimes Times);
