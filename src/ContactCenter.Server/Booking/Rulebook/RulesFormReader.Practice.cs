using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>What the practice has and how it lets itself be booked at all.</summary>
internal static partial class RulesFormReader
{
    private static PlaceForm Place(string id, ScriptMapping map) =>
        new(id, Text(map, "name"), Text(map, "address"), Text(map, "latitude"), Text(map, "longitude"));

    private static ResourceForm Resource(string id, ScriptMapping map) => new(
        id, Text(map, "kind"), Text(map, "name"), Text(map, "place"),
        [.. Items(map, "openings").Select(o => new PresenceForm(
            Texts(o, "days"), Text(o, "from"), Text(o, "to"), Text(o, "weeks", "every"), Text(o, "first"), Text(o, "last")))]);

    private static IReadOnlyList<FamilyForm> Families(ScriptMapping script) =>
        script.Find("families") is ScriptMapping families ? [.. families.Entries.Select(e => new FamilyForm(e.Key, Texts(families, e.Key)))] : [];

    private static NeighboursForm? Neighbours(ScriptMapping script)
    {
        if (script.Find("neighbours") is not ScriptMapping written)
            return null;
        var shares = written.Find("shares") is ScriptScalar { Quoted: false, Text: var text } ? text : "";
        return shares switch
        {
            "true" => new("all", [], Texts(written, "reasons")),
            "false" => new("no", [], Texts(written, "reasons")),
            _ => new("named", Texts(written, "shares"), Texts(written, "reasons")),
        };
    }

    private static BookingSpanForm Span(ScriptMapping script)
    {
        var notice = script.Find("notice_minutes") as ScriptMapping ?? new ScriptMapping(default, []);
        return new(Text(script, "grid_minutes"), Text(script, "horizon_days"), Text(notice, "agent"), Text(notice, "practice"), Text(notice, "online"));
    }
}
