using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Evidence;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Contests;

/// <summary>A practice says that a stretch of a call on its invoice should not be charged.</summary>
internal sealed class RaiseContest(OnceOnly once, Sealer sealer, TariffShelf tariffs, IClock clock)
{
    public const int LongestReason = 1_000;

    /// <param name="by">Name of the account.</param>
    public Task<Billed<ContestView>> Do(
        PracticeId practice, string invoice, ContestSegment asked, Guid key, string by, CancellationToken cancellationToken) =>
        once.Do<Billed<ContestView>>(
            practice, key, new Asked(invoice, asked.CallId, asked.Segment, asked.Reason),
            (db, token) => Raise(db, practice, invoice, asked, by, token), outcome => outcome.Value is not null, cancellationToken);

    public static bool IsReason(string? reason) => reason?.Trim().Length is > 0 and <= LongestReason;

    private async Task<Billed<ContestView>> Raise(
        ContactCenterDb db, PracticeId practice, string number, ContestSegment asked, string by, CancellationToken cancellationToken)
    {
        if (!IsReason(asked.Reason))
            return BillingRefusal.ReasonNeeded;
        if (await db.Set<IssuedInvoice>().AsNoTracking().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Number == number, cancellationToken) is not { } invoice)
            return BillingRefusal.NotFound;
        // A month that became a credit note charges nothing that could be given back once more.
        if (invoice.Kind == InvoiceKind.CreditNote)
            return BillingRefusal.NotCharged;
        var call = new CallId(asked.CallId);
        if (await Charged(db, practice, number, call, asked.Segment, cancellationToken) is not { } stretch)
            return BillingRefusal.NotCharged;
        if (await db.Set<Contest>().AnyAsync(
            c => c.PracticeId == practice && c.CallId == call && c.Kind == stretch.Kind && c.Start == stretch.Start, cancellationToken))
            return BillingRefusal.AlreadyContested;
        var contest = new Contest
        {
            PracticeId = practice, Id = Guid.CreateVersion7(), InvoiceNumber = number, CallId = call, Segment = asked.Segment, Kind = stretch.Kind,
            Start = stretch.Start, End = stretch.End, RaisedAt = clock.GetCurrentInstant(),
        };
        contest.Add(sealer, new HistoryStep(contest.RaisedAt, by, ContestState.Open, asked.Reason.Trim()));
        db.Add(contest);
        return ContestViews.Of(contest, sealer, await PracticeZone.Of(db, practice, cancellationToken));
    }

    /// <summary>The stretch, when the invoice charges the call and the tariff its kind.</summary>
    private async Task<CallSegment?> Charged(
        ContactCenterDb db, PracticeId practice, string number, CallId call, int segment, CancellationToken cancellationToken)
    {
        var parts = await InvoicedParts.Of(db, practice, call, cancellationToken);
        if (!parts.Any(p => p.Number == number))
            return null;
        var metered = await db.Set<MeteredCall>().SingleAsync(m => m.PracticeId == practice && m.CallId == call, cancellationToken);
        var zone = await PracticeZone.Of(db, practice, cancellationToken);
        var tariff = await ChargedUnder.At(db, tariffs.Book, practice, metered.StartedAt, zone, cancellationToken);
        return ShowEvidence.Stretches(metered.ReadUsage()).ElementAtOrDefault(segment) is { Seconds: > 0 } stretch && tariff.Charges(stretch.Kind)
            ? stretch
            : null;
    }

    /// <summary>What tells a repetition from another request.</summary>
    private sealed record Asked(string Invoice, Guid Call, int Segment, string Reason);
}
