using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>
/// Who carries out which effect. Each feature that can act outside registers a hand for the kinds it knows; every kind has exactly one.
/// </summary>
internal sealed class EffectHands(IEnumerable<IEffectHand> hands)
{
    private readonly List<IEffectHand> _hands = [.. hands];

    public Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken) =>
        For(effect).Carry(call, effect, cancellationToken);

    /// <summary>What it means for the call that an effect could not be carried out, if anything.</summary>
    public CallEvent? WhenGivenUp(CallEffect effect, Instant now) => For(effect).WhenGivenUp(effect, now);

    private IEffectHand For(CallEffect effect) =>
        _hands.Find(h => h.Carries(effect)) ?? throw new InvalidOperationException($"Nobody carries out {effect.GetType().Name}.");
}

/// <summary>Carries out effects of some kinds: telephony, booking, metering.</summary>
internal interface IEffectHand
{
    bool Carries(CallEffect effect);

    Task<EffectOutcome> Carry(CallRecord call, CallEffect effect, CancellationToken cancellationToken);

    CallEvent? WhenGivenUp(CallEffect effect, Instant now) => null;
}
