using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Booking;

/// <summary>Reads one site and where it lies.</summary>
internal static class PlaceReader
{
    private const string Latitude = "latitude";
    private const string Longitude = "longitude";

    public static Place? Read(string id, Fields fields)
    {
        var (name, address) = (fields.Text("name"), fields.OptionalText("address"));
        var (latitude, longitude) = (fields.OptionalDecimal(Latitude, -90, 90), fields.OptionalDecimal(Longitude, -180, 180));
        if (fields.Has(Latitude) != fields.Has(Longitude))
            fields.Report(BookingCodes.HalfAPosition, fields.Has(Latitude) ? Latitude : Longitude);
        fields.Done();
        return name is null ? null : new Place(new PlaceId(id), name, address, latitude is { } north && longitude is { } east ? new Position((double)north, (double)east) : null);
    }
}
