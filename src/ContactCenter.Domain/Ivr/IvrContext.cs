using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>What a flow may ask about a call beside what the caller answers.</summary>
/// <param name="ForcedClose">An order of the practice to shut, given since its hours were written; null when there is none.</param>
public sealed record IvrContext(Instant Now, CallerKind Caller, Interval? ForcedClose = null)
{
    /// <summary>The flow's hours under the practice's order, when that runs now.</summary>
    public OpeningHours HoursOf(IvrFlow flow) =>
        ForcedClose is { } forced && forced.Contains(Now) ? flow.Hours with { ForcedClose = forced } : flow.Hours;
}
