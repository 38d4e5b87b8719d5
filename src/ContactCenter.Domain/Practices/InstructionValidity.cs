using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>When an instruction holds, by the practice's own clock. Every bound that is not set does not bind.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Days">Weekdays; empty means every day.</param>
/// <param name="Start">Time of day, inclusive.</param>
/// <param name="End">Time of day, exclusive; not before <paramref name="Start"/>: an instruction over midnight is two.</param>
public sealed record InstructionValidity(
    LocalDate? From = null, LocalDate? To = null, IReadOnlySet<IsoDayOfWeek>? Days = null, LocalTime? Start = null, LocalTime? End = null)
{
    public static InstructionValidity Always { get; } = new();

    public static InstructionValidity On(LocalDate day) => new(day, day);

    /// <summary>Which kind wins over which.</summary>
    public InstructionPrecedence Precedence => this switch
    {
        { From: { } from, To: { } to } when from == to => InstructionPrecedence.SingleDate,
        { From: not null } or { To: not null } => InstructionPrecedence.BoundedPeriod,
        { Days.Count: > 0 } or { Start: not null } or { End: not null } => InstructionPrecedence.EveryWeek,
        _ => InstructionPrecedence.Default,
    };

    /// <summary>Whether its bounds leave any moment at all.</summary>
    public bool IsPossible => !(To < From) && !(End <= Start);

    public bool Covers(LocalDateTime localNow) =>
        !(localNow.Date < From) && !(localNow.Date > To)
        && (Days is not { Count: > 0 } || Days.Contains(localNow.DayOfWeek))
        && !(localNow.TimeOfDay < Start) && !(localNow.TimeOfDay >= End);
}

/// <summary>From the weakest to the strongest.</summary>
public enum InstructionPrecedence
{
    Default,
    EveryWeek,
    BoundedPeriod,
    SingleDate,
}
