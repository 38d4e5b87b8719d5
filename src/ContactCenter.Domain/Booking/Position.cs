namespace ContactCenter.Domain.Booking;

/// <summary>A point on the ground, in degrees of WGS 84: north and east are positive.</summary>
/// <param name="Latitude">From -90 to 90.</param>
/// <param name="Longitude">From -180 to 180.</param>
public readonly record struct Position(double Latitude, double Longitude)
{
    // The mean radius of the ellipsoid (IUGG): taken for a sphere, the earth is at most 0.6 % wrong, which nobody hears in "about 1.2 km".
    private const double EarthMetres = 6_371_008.8;

    /// <summary>As the crow flies, along the great circle, to the nearest metre.</summary>
    public int MetresTo(Position other)
    {
        var (here, there) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (north, east) = (Math.Sin((there - here) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        var half = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        // The haversine: unlike the law of cosines it tells two doors of one street apart. Rounding may carry it past 1 at the antipodes.
        return (int)Math.Round(2 * EarthMetres * Math.Asin(Math.Sqrt(Math.Min(1, half))), MidpointRounding.AwayFromZero);
    }

    /// <summary>The shortest way between two lists of points; null where one of them is empty.</summary>
    public static int? Nearest(IEnumerable<Position> from, IEnumerable<Position> to)
    {
        var ends = to.ToList();
        return from.SelectMany(f => ends.Select(f.MetresTo)).Select(m => (int?)m).Min();
    }
}
