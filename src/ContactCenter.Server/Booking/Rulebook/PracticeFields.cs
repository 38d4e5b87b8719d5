using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>The fields of what the practice has and of how it lets itself be booked at all.</summary>
internal static class PracticeFields
{
    public static PartFields Place(YamlStep[] path, PlaceForm? was, PlaceForm next) => new PartFields(path, was is null)
        .Needed("name", was?.Name, next.Name).Text("address", was?.Address, next.Address)
        .Text("latitude", was?.Latitude, next.Latitude).Text("longitude", was?.Longitude, next.Longitude);

    public static PartFields Resource(YamlStep[] path, ResourceForm? was, ResourceForm next) => new PartFields(path, was is null)
        .Needed("kind", was?.Kind, next.Kind).Needed("name", was?.Name, next.Name).Text("place", was?.Place, next.Place)
        .Rows("openings", was?.Openings, next.Openings, Presence);

    public static PartFields Suspension(YamlStep[] path, SuspensionForm? was, SuspensionForm next) => new PartFields(path, was is null)
        .Needed("rule", was?.Rule, next.Rule).Needed("first", was?.First, next.First).Text("last", was?.Last, next.Last).Needed("why", was?.Why, next.Why);

    public static PartFields Missed(YamlStep[] path, MissedForm? was, MissedForm next) => new PartFields(path, was is null)
        .Needed("most", was?.Most, next.Most).Needed("months", was?.Months, next.Months).Text("strength", was?.Strength, next.Strength, "approval");

    public static PartFields Approval(YamlStep[] path, ApprovalForm? was, ApprovalForm next) => new PartFields(path, was is null)
        .Needed("within", was?.Within, next.Within).Needed("otherwise", was?.Otherwise, next.Otherwise);

    public static PartFields Head(HeadForm was, HeadForm next) => new PartFields([], isNew: false)
        .Needed("author", was.Author, next.Author).Needed("since", was.Since, next.Since)
        .Needed("zone", was.Zone, next.Zone).Needed("holidays", was.Holidays, next.Holidays);

    /// <summary>One key says with all, with none, or with whom.</summary>
    public static PartFields Neighbours(YamlStep[] path, NeighboursForm? was, NeighboursForm next)
    {
        var fields = new PartFields(path, was is null);
        var shared = next.Shares == "named"
            ? fields.List("shares", was?.Shares == "named" ? was.With : null, next.With, isNeeded: true)
            : fields.Needed("shares", was is null ? null : Shared(was.Shares), Shared(next.Shares));
        return shared.List("reasons", was?.Reasons, next.Reasons);
    }

    public static PartFields Span(BookingSpanForm was, BookingSpanForm next) => new PartFields([], isNew: false)
        .Needed("grid_minutes", was.GridMinutes, next.GridMinutes).Needed("horizon_days", was.HorizonDays, next.HorizonDays)
        .Inner("notice_minutes", Noticed(was), Noticed(next), Notice);

    private static string Shared(string shares) => shares switch
    {
        "all" => "true",
        "no" => "false",
        _ => shares,
    };

    private static PartFields Presence(YamlStep[] path, PresenceForm? was, PresenceForm next) => new PartFields(path, was is null)
        .List("days", was?.Days, next.Days, isNeeded: true)
        .Needed("from", was?.From, next.From, isQuoted: true).Needed("to", was?.To, next.To, isQuoted: true)
        .Text("weeks", was?.Weeks, next.Weeks, "every").Text("first", was?.First, next.First).Text("last", was?.Last, next.Last);

    private static PartFields Notice(YamlStep[] path, BookingSpanForm? was, BookingSpanForm next) => new PartFields(path, was is null)
        .Text("agent", was?.AgentNotice, next.AgentNotice).Text("practice", was?.PracticeNotice, next.PracticeNotice)
        .Text("online", was?.OnlineNotice, next.OnlineNotice);

    /// <summary>Null when no notice is given to anybody.</summary>
    private static BookingSpanForm? Noticed(BookingSpanForm span) =>
        string.IsNullOrEmpty(span.AgentNotice) && string.IsNullOrEmpty(span.PracticeNotice) && string.IsNullOrEmpty(span.OnlineNotice) ? null : span;
}
