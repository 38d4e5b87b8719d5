using ContactCenter.Server.Imports.Files;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;
using Calendar = Ical.Net.Calendar;
using Duration = NodaTime.Duration;
using static ContactCenter.Server.Hosting.Texts;

namespace ContactCenter.Server.Imports.Agendas;

/// <summary>An event as its file writes it: wall-clock times and the zone that they are meant in. Zones are resolved here, not by the library.</summary>
internal sealed class IcalEvent
{
    private IcalEvent(IcalBlock block, CalendarEvent read, DateTimeZone zone) => (Block, Read, Zone) = (block, read, zone);

    public IcalBlock Block { get; }

    public CalendarEvent Read { get; }

    public DateTimeZone Zone { get; }

    public string? Uid => Filled(Read.Uid);

    public string? Summary => Filled(Read.Summary);

    public LocalDateTime Start => Local(Read.DtStart!);

    /// <summary>The occurrence of another event that this one replaces.</summary>
    public LocalDateTime? Replaces => Read.RecurrenceIdentifier is { } replaced ? Local(replaced.StartTime) : null;

    /// <param name="floating">The zone of times that name none.</param>
    public static IcalEvent? Parse(IcalBlock block, DateTimeZone floating, out ImportFault? fault)
    {
        fault = null;
        if (Load(block) is not { DtStart: { } start } read)
            fault = new ImportFault(block.Line, 1, ImportCodes.Unreadable, ImportWords.Unreadable);
        else if (!start.HasTime)
            fault = new ImportFault(block.Line, 1, ImportCodes.WholeDay, ImportWords.WholeDay);
        else if (ZoneOf(start, floating) is not { } zone || (read.DtEnd is { HasTime: true } end && ZoneOf(end, floating) is null))
            fault = new ImportFault(block.Line, 1, ImportCodes.UnknownZone, ImportWords.UnknownZone);
        else
            return new IcalEvent(block, read, zone);
        return null;
    }

    /// <summary>How long it takes; null when it does not say.</summary>
    public Duration? Length(DateTimeZone floating)
    {
        if (Read.Duration is { } length)
            return Duration.FromTimeSpan(length.ToTimeSpanUnspecified());
        if (Read.DtEnd is not { HasTime: true } end || ZoneOf(end, floating) is not { } zone)
            return null;
        return Local(end).InZoneLeniently(zone).ToInstant() - Start.InZoneLeniently(Zone).ToInstant();
    }

    /// <summary>A time of the event by the clock of the event's own start, in which its repetition is counted.</summary>
    public LocalDateTime Local(CalDateTime time)
    {
        var local = LocalDateTime.FromDateTime(DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified));
        return time.IsUtc && Read.DtStart is { IsUtc: false } ? local.InUtc().WithZone(Zone).LocalDateTime : local;
    }

    /// <summary>A property that the library does not know by name.</summary>
    public string? Own(string name) => Filled(Read.Properties[name]?.Value as string);

    // The library throws whatever it meets while reading; what is wrong with the text is said by us, without the text.
    private static CalendarEvent? Load(IcalBlock block)
    {
        if (!block.IsWhole)
            return null;
        try
        {
            return Calendar.Load($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//import//FR\r\n{block.Text}\r\nEND:VCALENDAR\r\n")?.Events.FirstOrDefault();
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static DateTimeZone? ZoneOf(CalDateTime time, DateTimeZone floating)
    {
        if (time.IsUtc)
            return DateTimeZone.Utc;
        if (time.TzId is not { Length: > 0 } id)
            return floating;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
            ?? (TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.TryGetValue(id, out var known) ? DateTimeZoneProviders.Tzdb[known] : null);
    }
}
