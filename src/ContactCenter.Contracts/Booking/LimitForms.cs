namespace ContactCenter.Contracts.Booking;

/// <summary>At most so many appointments a day or a week.</summary>
/// <param name="Practitioners">Empty for everybody.</param>
/// <param name="Counted">each: one count for each practitioner; together: one for all of them.</param>
/// <param name="Reasons">Empty for all.</param>
/// <param name="Patients">all or new: which appointments count.</param>
/// <param name="Per">day or week.</param>
/// <param name="Strength">hard, soft or approval: what holds beyond.</param>
public sealed record QuotaForm(
    string Id, string Label, IReadOnlyList<string> Practitioners, string Counted, IReadOnlyList<string> Reasons, string Patients, string Per, string Most,
    string Strength);

/// <summary>Minutes kept free between two appointments of one practitioner that follow each other.</summary>
/// <param name="After">Reasons of the earlier one; empty for all.</param>
/// <param name="Before">Reasons of the later one; empty for all.</param>
public sealed record GapForm(IReadOnlyList<string> After, IReadOnlyList<string> Before, string Minutes);

/// <summary>Intended double booking: lanes beside the ordinary one.</summary>
/// <param name="Reasons">Empty for all.</param>
/// <param name="Lanes">How many appointments may stand beside the ordinary one at a time.</param>
/// <param name="PerDay">How many a day at most.</param>
/// <param name="From">From when an appointment may begin; empty with <paramref name="To"/>: all day.</param>
/// <param name="Strength">soft or approval: what the agent must do.</param>
public sealed record OverbookingForm(
    string Id, string Label, string PractitionerId, IReadOnlyList<string> Reasons, string Lanes, string PerDay, string From, string To, string Strength);
