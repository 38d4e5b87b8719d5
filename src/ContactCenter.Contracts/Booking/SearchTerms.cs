namespace ContactCenter.Contracts.Booking;

/// <summary><c>GET /api/practices/{practiceId}/search-terms</c>: what a search may wish for here.</summary>
/// <param name="Places">The practice's sites.</param>
/// <param name="Overbooks">Intended overbooking is written down for at least one reason.</param>
/// <param name="LastDay">The last local day that may be booked.</param>
/// <param name="HasNeighbours">The agent answers for others as well that share their slots with this practice: <see cref="NeighbourSlots"/>.</param>
public sealed record SearchTerms(IReadOnlyList<PlaceView> Places, bool Overbooks, DateOnly LastDay, bool HasNeighbours = false);

public sealed record PlaceView(string PlaceId, string Name);
