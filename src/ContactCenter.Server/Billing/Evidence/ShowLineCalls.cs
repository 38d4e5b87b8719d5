using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Contests;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Evidence;

/// <summary>The calls behind a line of an invoice or credit note, in order of arrival.</summary>
internal sealed class ShowLineCalls(Store store)
{
    public async Task<IResult> Of(Guid practiceId, string number, int line, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var uses = await store.Read((db, token) => Read(db, practice, number, line, token), cancellationToken);
        return uses is null ? Problems.NotFound() : TypedResults.Ok(uses);
    }

    private static async Task<List<LineUse>?> Read(
        ContactCenterDb db, PracticeId practice, string number, int line, CancellationToken cancellationToken)
    {
        var row = await db.Set<IssuedInvoice>().SingleOrDefaultAsync(i => i.PracticeId == practice && i.Number == number, cancellationToken);
        if (row is null || row.Read().Lines.Find(l => l.Number == line) is not { } asked)
            return null;
        var uses = await UsesOf(db, row, asked, cancellationToken);
        var zone = await PracticeZone.Of(db, practice, cancellationToken);
        var ids = uses.Select(u => u.Call).OfType<CallId>().Distinct().ToList();
        var calls = await db.Set<MeteredCall>().Where(m => m.PracticeId == practice && ids.Contains(m.CallId))
            .ToDictionaryAsync(m => m.CallId, cancellationToken);
        return [.. uses.Select(u => View(u, u.Call is { } id ? calls.GetValueOrDefault(id) : null, zone)).OrderBy(u => u.StartedAt)];
    }

    private static async Task<IReadOnlyList<LinkedUse>> UsesOf(
        ContactCenterDb db, IssuedInvoice row, InvoiceLine line, CancellationToken cancellationToken)
    {
        var practice = row.PracticeId;
        // What a contest gives back was all caused by the one call.
        if (row.Kind == InvoiceKind.CreditNote
            && await db.Set<Contest>().SingleOrDefaultAsync(c => c.PracticeId == practice && c.CreditNote == row.Number, cancellationToken)
                is { } contest)
            return [new LinkedUse(contest.CallId, null, line.Quantity)];
        var month = await db.Set<SettledMonth>().SingleAsync(m => m.PracticeId == practice && m.Month == row.Month, cancellationToken);
        var charged = month.ReadCharged().Lines.Where(l => l.Key == line.Key && l.Vat == line.Vat).ToList();
        // A note for a part of a line was agreed upon, not counted: no call stands behind just that part.
        return row.Kind == InvoiceKind.CreditNote && month.InvoiceNumber != row.Number && charged.Sum(l => l.Quantity) != line.Quantity ? [] : [.. charged.SelectMany(l => l.Uses)];
    }

    private static LineUse View(LinkedUse use, MeteredCall? call, DateTimeZone zone) => new(
        use.Call?.Value, use.Item, use.Quantity, call?.StartedAt.InZone(zone).ToDateTimeOffset(), call?.TalkSeconds ?? 0);
}
