namespace ContactCenter.Contracts.Booking;

/// <summary>
/// <c>GET /api/practices/{practiceId}/slots/neighbours?visitReason=...</c>, for agents: what other practices have free that she answers for as well and
/// that share their slots with this one. Takes what <c>slots</c> takes. <c>practitioner</c> is a wish for the specialty here, <c>place</c> is where
/// distances begin; <c>pool</c>, <c>overbook</c> and <c>continuity</c> are matters of one's own practice and are left aside, as is what this one knows of
/// the patient but her age: the neighbour has not seen her.
/// </summary>
/// <param name="Practices">Those with slots first, the nearest first, then the soonest; a practice with several sites stands once for each. After them those without, with the reason why.</param>
/// <param name="LeftOut">How many more share their slots and were too far down the list to be asked.</param>
/// <param name="WhyNone">A sentence when no practice shares its slots.</param>
public sealed record NeighbourSlots(IReadOnlyList<NeighbourPractice> Practices, int LeftOut, string? WhyNone);

/// <param name="VisitReasonId">What the reason is called there; null where there is none.</param>
/// <param name="VisitReason">Its label.</param>
/// <param name="Place">The site at which the slots are; null where they are at none, such as remote ones.</param>
/// <param name="Metres">As the crow flies; null where one of the two places has no position.</param>
/// <param name="Slots">Soonest first, with the neighbour's own offset.</param>
/// <param name="WhyNone">A sentence when there is none.</param>
public sealed record NeighbourPractice(
    Guid PracticeId,
    string Name,
    string? VisitReasonId,
    string? VisitReason,
    string? Place,
    string? Address,
    int? Metres,
    IReadOnlyList<SlotView> Slots,
    string? WhyNone);
