using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Booking;

/// <summary>Reads whether a practice shares its slots with its neighbours.</summary>
internal static class NeighbourReader
{
    private const string Shares = "shares";

    /// <summary>Null when it does not: sharing is never taken for granted.</summary>
    /// <param name="own">The practice's own slug.</param>
    public static NeighbourConsent? Consent(Fields fields, BookingNames names, string? own)
    {
        if (fields.OptionalMap("neighbours") is not { } map)
            return null;
        var isFlag = map.Mapping.Find(Shares) is ScriptScalar { Quoted: false, Text: "true" or "false" };
        var all = isFlag ? map.Flag(Shares) : null;
        var with = isFlag ? [] : Slugs(map, own);
        var (reasons, source) = (names.ReasonsIn(map, "reasons"), names.SourceOf(map));
        map.Done();
        return all == true ? new NeighbourConsent(null, reasons, source)
            : with.Count > 0 ? new NeighbourConsent(with, reasons, source)
            : null;
    }

    private static HashSet<string> Slugs(Fields map, string? own)
    {
        // Absent it is reported by Text; a list is what Ids takes.
        var slugs = map.Has(Shares) ? map.Ids(Shares) : [map.Text(Shares) ?? ""];
        if (own is not null && slugs.Contains(own))
            map.Report(BookingCodes.SharesWithItself, Shares, own);
        return [.. slugs.Where(s => s.Length > 0)];
    }
}
