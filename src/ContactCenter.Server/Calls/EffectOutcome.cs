using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>How an attempt to carry out an effect went.</summary>
/// <param name="RetryAfter">Null: it is done, or beyond doing. Otherwise when to try again.</param>
/// <param name="Failure">A code without personal data, or null.</param>
/// <param name="Happened">What the attempt brought to light, to be taken in as an event of the call.</param>
internal sealed record EffectOutcome(Duration? RetryAfter, string? Failure, CallEvent? Happened)
{
    public static EffectOutcome Done { get; } = new(null, null, null);

    public static EffectOutcome DoneWith(CallEvent happened) => new(null, null, happened);

    public static EffectOutcome TryAgain(Duration after, string failure) => new(after, failure, null);

    /// <summary>No attempt can succeed: the leg is gone, the number is refused.</summary>
    public static EffectOutcome GivenUp(string failure, CallEvent? happened = null) => new(null, failure, happened);
}
