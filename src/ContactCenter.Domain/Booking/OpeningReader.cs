using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Booking;

/// <summary>Reads openings: those of every week and those of one date.</summary>
internal static class OpeningReader
{
    private static readonly Duration ShortestBefore = Duration.FromMinutes(Step.Minutes);
    private static readonly Duration LongestBefore = Duration.FromHours(72);

    private enum Weekday
    {
        Monday = IsoDayOfWeek.Monday,
        Tuesday,
        Wednesday,
        Thursday,
        Friday,
        Saturday,
        Sunday,
    }

    public static OpeningRule? Weekly(Fields fields, BookingNames names)
    {
        var days = fields.Choices<Weekday>("days").Select(d => (IsoDayOfWeek)d).ToHashSet();
        if (days.Count == 0)
            fields.Report(BookingCodes.NoDays, "days");
        var weeks = fields.OptionalChoice<WeekParity>("weeks") ?? WeekParity.Every;
        var (first, last) = (fields.OptionalDate("first"), fields.OptionalDate("last"));
        if (first > last)
            fields.Report(BookingCodes.BackwardDates, "last");
        return Read(fields, names) is { } rule ? rule with { Days = days, Weeks = weeks, First = first, Last = last } : null;
    }

    public static ExtraOpening? Extra(Fields fields, BookingNames names)
    {
        var date = fields.Date("date");
        var why = fields.Text("why");
        var rule = Read(fields, names);
        return date is null || why is null || rule is null ? null : new ExtraOpening(date.Value, rule with { Days = new HashSet<IsoDayOfWeek> { date.Value.DayOfWeek } }, why);
    }

    private static OpeningRule? Read(Fields fields, BookingNames names)
    {
        var hours = BookingNames.Hours(fields, "from", "to");
        var reasons = names.ReasonsIn(fields, "reasons");
        var mode = fields.OptionalChoice<ConsultationMode>("mode") ?? ConsultationMode.Office;
        var place = names.PlaceIn(fields, "place");
        var grid = BookingNames.Steps(fields, "grid_minutes", Step.Minutes, 120, required: false);
        var kept = ReadKept(fields, names);
        var source = names.SourceOf(fields);
        fields.Done();
        if (mode == ConsultationMode.WalkIn && (kept is not null || !reasons.IsAll))
            fields.Bag.Report(BookingCodes.WalkInServesNone, fields.Span);
        return hours is null ? null : new OpeningRule
        {
            Days = new HashSet<IsoDayOfWeek>(), Hours = hours.Value, Reasons = reasons, Mode = mode, Place = place, GridMinutes = grid, Kept = kept, Source = source,
        };
    }

    private static KeptSlots? ReadKept(Fields fields, BookingNames names)
    {
        var pool = fields.OptionalId("kept_for");
        var releases = fields.OptionalMaps("releases").Select(r => ReadRelease(r, names)).OfType<SlotRelease>().ToList();
        return pool is null ? null : new KeptSlots(pool, releases);
    }

    private static SlotRelease? ReadRelease(Fields fields, BookingNames names)
    {
        var to = names.ReasonsIn(fields, "to");
        var days = fields.OptionalInt("days_before", 0, 60);
        var at = fields.OptionalTime("at");
        var before = fields.OptionalDuration("before", ShortestBefore, LongestBefore);
        fields.Done();
        // What is said but cannot be read has been reported by itself.
        if ((fields.Has("days_before"), fields.Has("at"), fields.Has("before")) is not ((true, true, false) or (false, false, true)))
            fields.Bag.Report(BookingCodes.ReleaseNeedsWhen, fields.Span);
        return (days, at, before) switch
        {
            ({ } count, { } time, null) => new DayBeforeRelease(to, count, time),
            (null, null, { } length) => new HoursBeforeRelease(to, length),
            _ => null,
        };
    }
}
