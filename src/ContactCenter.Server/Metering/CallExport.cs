using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Metering;

/// <summary>One practice's calls of one month. A call belongs to the local month in which it arrived.</summary>
internal sealed record CallExport(string Practice, string Month, string TimeZone, IReadOnlyList<ExportedCall> Calls, ExportTotals Totals)
{
    /// <summary>Reads the metered calls of a month; in order of arrival, so that the same data always gives the same bytes.</summary>
    public static async Task<CallExport> Read(ContactCenterDb db, Practice practice, YearMonth month, CancellationToken cancellationToken)
    {
        var zone = DateTimeZoneProviders.Tzdb[practice.TimeZone];
        var (from, to) = (Start(month, zone), Start(month.PlusMonths(1), zone));
        var metered = await db.Set<MeteredCall>().AsNoTracking()
            .Where(m => m.PracticeId == practice.Id && m.StartedAt >= from && m.StartedAt < to).ToListAsync(cancellationToken);
        var booked = await BookedIn(db, practice.Id, from, cancellationToken);
        var calls = metered.OrderBy(m => m.StartedAt).ThenBy(m => m.CallId.Value).Select(m => ExportedCall.Of(m, booked.GetValueOrDefault(m.CallId))).ToList();
        return new CallExport(practice.Slug, month.ToString("uuuu'-'MM", CultureInfo.InvariantCulture), practice.TimeZone, calls, ExportTotals.Of(calls));
    }

    // Booked in the call and not given back: what was cancelled again does not count.
    private static Task<Dictionary<CallId, int>> BookedIn(ContactCenterDb db, PracticeId practice, Instant from, CancellationToken cancellationToken) =>
        db.Set<Appointment>().Where(a => a.PracticeId == practice && a.CallId != null && a.BookedAt >= from && a.State != AppointmentState.Cancelled)
            .GroupBy(a => a.CallId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private static Instant Start(YearMonth month, DateTimeZone zone) => zone.AtStartOfDay(month.ToDateInterval().Start).ToInstant();
}

/// <summary>A call in the export. All lengths in whole seconds; the segments of the leg sum to <see cref="LegSeconds"/>.</summary>
internal sealed record ExportedCall(
    Guid CallId, string Line, DateTimeOffset StartedAt, DateTimeOffset? QueuedAt, DateTimeOffset? AnsweredAt, DateTimeOffset EndedAt, CallOutcome Outcome,
    string? Agent, string? Disposition, long TalkSeconds, long HoldSeconds, long ConsultSeconds, long WaitingSeconds, long WrapUpSeconds, long LegSeconds,
    int Appointments, IReadOnlyList<ExportedSegment> Segments)
{
    public static ExportedCall Of(MeteredCall call, int appointments) => new(
        call.CallId.Value, call.Line, call.StartedAt.ToDateTimeOffset(), call.QueuedAt?.ToDateTimeOffset(), call.AnsweredAt?.ToDateTimeOffset(),
        call.EndedAt.ToDateTimeOffset(), call.Outcome, call.AgentId?.Value.ToString("N")[^8..], call.Disposition, call.TalkSeconds, call.HoldSeconds,
        call.ConsultSeconds, call.WaitingSeconds, call.WrapUpSeconds, call.LegSeconds, appointments,
        [.. call.ReadSegments().Select(s => new ExportedSegment(s.Kind, s.Start.ToDateTimeOffset(), s.End.ToDateTimeOffset(), s.Seconds, s.StartedBy, s.EndedBy))]);
}

/// <summary>A stretch of a call, with the keys of the events at its borders.</summary>
internal sealed record ExportedSegment(SegmentKind Kind, DateTimeOffset Start, DateTimeOffset End, long Seconds, string StartedBy, string? EndedBy);

/// <summary>Sums of the rows.</summary>
internal sealed record ExportTotals(
    int Calls, int Answered, long TalkSeconds, long HoldSeconds, long ConsultSeconds, long WaitingSeconds, long WrapUpSeconds, long LegSeconds, int Appointments)
{
    public static ExportTotals Of(IReadOnlyCollection<ExportedCall> calls) => new(
        calls.Count, calls.Count(c => c.AnsweredAt is not null), calls.Sum(c => c.TalkSeconds), calls.Sum(c => c.HoldSeconds), calls.Sum(c => c.ConsultSeconds),
        calls.Sum(c => c.WaitingSeconds), calls.Sum(c => c.WrapUpSeconds), calls.Sum(c => c.LegSeconds), calls.Sum(c => c.Appointments));
}
