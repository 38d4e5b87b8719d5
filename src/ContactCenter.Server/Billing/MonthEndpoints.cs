using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>A practice's months: what they would cost, closing and invoicing them.</summary>
internal sealed class MonthEndpoints(Store store, TariffShelf tariffs, CloseMonth close, IssueInvoice issue, IssueDay day)
{
    public async Task<IResult> Overview(string? month, CancellationToken cancellationToken)
    {
        if (!BillingMonth.TryParse(month, out var wanted))
            return WrongMonth();
        var seen = await store.Read(
            async (db, token) =>
            {
                var practices = await db.Set<Practice>().Where(p => db.Set<PracticeContract>().Any(c => c.PracticeId == p.Id)).OrderBy(p => p.Slug).ToListAsync(token);
                var rows = new List<MonthOverview>();
                foreach (var practice in practices)
                {
                    var stand = await Stand(db, practice.Id, wanted, token);
                    if (stand.Refusal != BillingRefusal.NoContract)
                        rows.Add(View(practice, wanted, stand));
                }

                return rows;
            },
            cancellationToken);
        return TypedResults.Ok(seen);
    }

    public Task<IResult> Draft(Guid practiceId, string month, CancellationToken cancellationToken) => OfMonth(month, async wanted =>
    {
        var stand = await store.Read((db, token) => Stand(db, new PracticeId(practiceId), wanted, token), cancellationToken);
        return stand.ToResult(s => View(practiceId, wanted, s));
    });

    public Task<IResult> Close(Guid practiceId, string month, CancellationToken cancellationToken) => OfMonth(month, async wanted =>
    {
        var closed = await close.Do(new PracticeId(practiceId), wanted, cancellationToken);
        return closed.Refusal is { } refusal ? refusal.ToResult() : await Draft(practiceId, month, cancellationToken);
    });

    public Task<IResult> Issue(Guid practiceId, string month, CancellationToken cancellationToken) => OfMonth(month, async wanted =>
        (await issue.Do(new PracticeId(practiceId), wanted, cancellationToken)).ToResult(BillingViews.Summary));

    private async Task<Billed<MonthStand>> Stand(ContactCenterDb db, PracticeId practice, YearMonth month, CancellationToken cancellationToken)
    {
        var read = await Agreement.Read(db, tariffs.Book, practice, month, cancellationToken);
        if (read.Value is not { } agreement)
            return read.Refusal!;
        var name = BillingMonth.Write(month);
        if (await db.Set<SettledMonth>().SingleOrDefaultAsync(m => m.PracticeId == practice && m.Month == name, cancellationToken) is { } settled)
            return await Stand(db, agreement, settled.ReadCharged(), StateOf(settled), settled.InvoiceNumber, cancellationToken);
        var rating = await MonthRating.Of(db, agreement.Contract, month, cancellationToken);
        return rating.IsNothingAfterEnd(agreement.Contract) ? BillingRefusal.NoContract
            : await Stand(db, agreement, rating.Charged, MonthState.Open, null, cancellationToken);
    }

    private static async Task<MonthStand> Stand(
        ContactCenterDb db, Agreement agreement, Statement charged, MonthState state, string? number, CancellationToken cancellationToken) => new(
        agreement, charged, await MonthDocument.Draft(db, agreement, charged, cancellationToken), state, number,
        await BlockedCalls.Count(db, charged.Practice, BillingPeriod.Of(charged.Month, agreement.Contract.Zone), cancellationToken));

    private static MonthState StateOf(SettledMonth settled) => settled.InvoiceNumber is not null ? MonthState.Invoiced
        : settled.HasNothingToInvoice ? MonthState.NothingToInvoice : MonthState.Closed;

    // A month without a line is done once it is closed: that is no fault of it.
    private IReadOnlyList<BillingFaultView> Faults(MonthStand stand) => stand.State == MonthState.Invoiced || stand.Draft.Lines.IsEmpty ? []
        : stand.Draft.Issue(InvoiceSeries.Begin(stand.Draft.Seller.Siren, InvoiceSeries.CodeOf(stand.Draft.Kind), day.Today.Year), day.Today)
            is InvoiceNotIssued not ? [.. not.Faults.Select(BillingViews.Of)] : [];

    private MonthOverview View(Practice practice, YearMonth month, Billed<MonthStand> read) => read.Value is { } stand
        ? new(practice.Id.Value, practice.Slug, practice.Name, BillingMonth.Write(month), stand.State, stand.Charged.Net.MinorUnits, stand.Number, stand.Blocked, Faults(stand))
        : new(practice.Id.Value, practice.Slug, practice.Name, BillingMonth.Write(month), MonthState.Open, 0, null, 0, [.. read.Refusal!.Faults.Select(BillingViews.Of)]);

    private MonthDraft View(Guid practice, YearMonth month, MonthStand stand) => new(
        practice, BillingMonth.Write(month), stand.State, string.Join(", ", stand.Agreement.Contract.PiecesOf(month).Select(p => p.Tariff.Version.ToString())),
        [.. stand.Draft.Lines.Select(BillingViews.Of)], BillingViews.Of(stand.Draft.Totals), stand.Blocked, Faults(stand),
        BillingViews.KindOf(stand.Draft.Kind));

    internal static async Task<IResult> OfMonth(string? month, Func<YearMonth, Task<IResult>> answer) =>
        BillingMonth.TryParse(month, out var wanted) ? await answer(wanted) : WrongMonth();

    private static ProblemHttpResult WrongMonth() => Problems.Of(
        StatusCodes.Status400BadRequest, BillingProblems.WrongMonth, "Le mois s’écrit 2026-11. / Write the month as 2026-11.");

    private sealed record MonthStand(Agreement Agreement, Statement Charged, Invoice Draft, MonthState State, string? Number, int Blocked);
}
