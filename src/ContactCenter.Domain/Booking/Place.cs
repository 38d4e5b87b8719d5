namespace ContactCenter.Domain.Booking;

/// <summary>A site of the practice.</summary>
/// <param name="Position">Null where the practice has not written it down: nobody can say how far it is.</param>
public sealed record Place(PlaceId Id, string Name, string? Address, Position? Position = null);
