namespace ContactCenter.Contracts.Booking;

/// <summary>Only patients of these ages on the day of the visit: years such as 16, months such as 18m.</summary>
/// <param name="From">Included; empty: from birth.</param>
/// <param name="Under">Not included; empty: without end.</param>
/// <param name="Strength">hard, soft or approval: what holds for others.</param>
public sealed record AgesForm(string From, string Under, string Strength);

/// <summary>As <see cref="AgesForm"/>; others are not taken at all.</summary>
public sealed record AgeBandForm(string From, string Under);

/// <summary>A letter or prescription is needed.</summary>
/// <param name="Strength">hard, soft or approval: what holds without.</param>
public sealed record ReferralForm(string Strength);

/// <summary>At least so many days between two visits of one patient; 1 forbids the same day.</summary>
/// <param name="Reasons">From the visits for these; empty for all.</param>
/// <param name="Strength">hard, soft or approval: what holds for a visit sooner.</param>
public sealed record SpacingForm(string Days, IReadOnlyList<string> Reasons, string Strength);

/// <summary>What a visit takes beside the practitioner: so many of these rooms, devices or people.</summary>
public sealed record NeedForm(string Count, IReadOnlyList<string> Of);

/// <param name="From">As in <see cref="AgesForm"/>.</param>
public sealed record AgeMinutesForm(string From, string Under, IReadOnlyList<MinutesForm> Minutes);
