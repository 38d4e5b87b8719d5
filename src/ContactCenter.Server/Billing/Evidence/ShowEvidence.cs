using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Billing.Contests;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Evidence;

/// <summary>One call, second by second, with the event that proves each border. It shows no patient.</summary>
internal sealed class ShowEvidence(Store store, Sealer sealer, TariffShelf tariffs)
{
    public async Task<IResult> Of(Guid practiceId, Guid callId, CancellationToken cancellationToken)
    {
        var (practice, call) = (new PracticeId(practiceId), new CallId(callId));
        var shown = await store.Read((db, token) => Read(db, practice, call, token), cancellationToken);
        return shown is null ? Problems.NotFound() : TypedResults.Ok(shown);
    }

    private async Task<CallEvidence?> Read(ContactCenterDb db, PracticeId practice, CallId id, CancellationToken cancellationToken)
    {
        if (await db.Set<MeteredCall>().SingleOrDefaultAsync(m => m.PracticeId == practice && m.CallId == id, cancellationToken) is not { } metered)
            return null;
        var zone = await PracticeZone.Of(db, practice, cancellationToken);
        var events = await EventsOf(db, practice, id, cancellationToken);
        var borders = await CallBorders.Read(db, id, events, zone, cancellationToken);
        var tariff = await ChargedUnder.At(db, tariffs.Book, practice, metered.StartedAt, zone, cancellationToken);
        return new CallEvidence(
            id.Value, metered.Line, CallerMask.Of(events.OfType<CallArrived>().FirstOrDefault()?.CallerNumber), Local(metered.StartedAt, zone),
            Local(metered.EndedAt, zone), SnakeCase.Name(metered.Outcome), metered.TalkSeconds, metered.LegSeconds, Local(metered.MeasuredAt, zone),
            [.. Stretches(metered.ReadUsage()).Select((s, i) => View(s, i, zone, borders, tariff))],
            await InvoicedParts.Of(db, practice, id, cancellationToken),
            await ContestViews.OfCall(db, sealer, practice, id, zone, cancellationToken))
        {
            Measurements = [.. (await Revisions(db, practice, id, cancellationToken)).Select(r => View(r, zone))],
        };
    }

    private static Task<List<CallDetailRecord>> Revisions(ContactCenterDb db, PracticeId practice, CallId id, CancellationToken cancellationToken) =>
        db.Set<CallDetailRecord>().Where(r => r.PracticeId == practice && r.CallId == id).OrderBy(r => r.Revision).ToListAsync(cancellationToken);

    /// <summary>In the order in which they are numbered: the caller's leg, then the notes.</summary>
    public static IReadOnlyList<CallSegment> Stretches(UsageRecord usage) => usage.WrapUp is { } notes ? usage.Segments.Add(notes) : usage.Segments;

    private async Task<IReadOnlyCollection<CallEvent>> EventsOf(ContactCenterDb db, PracticeId practice, CallId id, CancellationToken cancellationToken) =>
        await CallFile.Open(db, sealer, id, cancellationToken) is { } file && file.Record.PracticeId == practice ? file.Call.Events : [];

    private static SegmentEvidence View(CallSegment segment, int index, DateTimeZone zone, CallBorders borders, ChargedUnder tariff) => new(
        index, SnakeCase.Name(segment.Kind), Local(segment.Start, zone), Local(segment.End, zone), segment.Seconds, tariff.Charges(segment.Kind),
        borders.Of(segment.StartedBy), borders.Of(segment.EndedBy));

    private static MeasurementView View(CallDetailRecord record, DateTimeZone zone) => new(
        record.Revision, Local(record.MeasuredAt, zone), SnakeCase.Name(record.Outcome), record.TalkSeconds, record.LegSeconds,
        [.. record.ReadStretches().Select(s => new MeasuredStretch(SnakeCase.Name(s.Kind), Local(s.Start, zone), Local(s.End, zone), s.Seconds))]);

    private static DateTimeOffset Local(Instant at, DateTimeZone zone) => at.InZone(zone).ToDateTimeOffset();
}
