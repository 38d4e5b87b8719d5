using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>A bookable interval: start inclusive, end exclusive.</summary>
/// <param name="Lane">0 is the ordinary one; above stands intended overbooking.</param>
/// <param name="Resources">Rooms, devices and staff it takes beside the practitioner.</param>
/// <param name="Asks">What a booking of it needs: a written reason or the practice's approval; null: nothing. Never <see cref="RuleStrength.Hard"/>.</param>
public sealed record Slot(
    PractitionerId Practitioner, Instant Start, Instant End, int Lane, IReadOnlyList<ResourceId> Resources, RuleStrength? Asks)
{
    public Duration Length => End - Start;

    /// <summary>Every resource and lane that the slot occupies, in the one order in which all writers take them: then nobody waits crosswise.</summary>
    public IReadOnlyList<(ResourceId Resource, int Lane)> Occupies =>
        [.. Resources.Select(r => (r, 0)).Append((ResourceId.Of(Practitioner), Lane)).OrderBy(o => o.Item1.Value, StringComparer.Ordinal)];
}
