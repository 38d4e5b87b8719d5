namespace ContactCenter.Domain.Booking;

/// <summary>Only patients of these ages on the day of the visit. An unknown age is taken as fitting.</summary>
public sealed record AgeRule(AgeBand Band, RuleStrength Strength, RuleSource Source);

/// <summary>New patients are not taken, or only with a reason or an approval.</summary>
public sealed record NewPatientRule(RuleStrength Strength, RuleSource Source);

/// <summary>A letter or prescription is needed; the agent says whether the patient has it.</summary>
public sealed record ReferralRule(RuleStrength Strength, RuleSource Source);

/// <summary>At least so many days between two visits of one patient for these reasons.</summary>
/// <param name="Days">Between the local dates: 1 forbids the same day.</param>
public sealed record SpacingRule(int Days, ReasonSet Reasons, RuleStrength Strength, RuleSource Source);
