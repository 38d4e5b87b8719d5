using ContactCenter.Domain.Practices;

namespace ContactCenter.Domain.Booking;

/// <summary>Intended double booking: lanes beside the ordinary one, numbered from 1, of which so many appointments may be used per local day.</summary>
/// <param name="Lanes">How many appointments may stand beside the ordinary one at a time.</param>
/// <param name="Hours">Local time of day within which the appointment begins; null: any.</param>
/// <param name="Strength">What the agent must do: soft, a written reason; approval, the practice decides. Never hard.</param>
public sealed record Overbooking(
    string Name, string Label, PractitionerId Practitioner, ReasonSet Reasons, int Lanes, int MostPerDay, OpeningInterval? Hours, RuleStrength Strength, RuleSource Source);
