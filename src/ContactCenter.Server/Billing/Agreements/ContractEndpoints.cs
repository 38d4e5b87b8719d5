using System.Security.Claims;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Billing.Agreements;

/// <summary>The contracts of the practices, as the clerk makes and changes them.</summary>
internal sealed class ContractEndpoints(Store store, OnceOnly once, WriteContract write, IssueDay day)
{
    public async Task<IResult> All(CancellationToken cancellationToken)
    {
        var (practices, contracts) = await store.Read(
            async (db, token) => (
                await db.Set<Practice>().OrderBy(p => p.Name).ToListAsync(token),
                await db.Set<PracticeContract>().ToDictionaryAsync(c => c.PracticeId, token)),
            cancellationToken);
        return TypedResults.Ok(practices.Select(p => contracts.TryGetValue(p.Id, out var row)
            ? Overview(p, row)
            : new ContractOverview(p.Id.Value, p.Name)));
    }

    public async Task<IResult> Show(Guid practiceId, CancellationToken cancellationToken)
    {
        var id = new PracticeId(practiceId);
        return await store.Read(
            async (db, token) => await db.Set<Practice>().SingleOrDefaultAsync(p => p.Id == id, token) is { } practice
                ? TypedResults.Ok(
                    await View(db, practice, await db.Set<PracticeContract>().SingleOrDefaultAsync(c => c.PracticeId == id, token), token))
                : (IResult)Problems.NotFound(),
            cancellationToken);
    }

    public async Task<IResult> History(Guid practiceId, CancellationToken cancellationToken)
    {
        var id = new PracticeId(practiceId);
        return await store.Read(
            async (db, token) => await db.Set<Practice>().SingleOrDefaultAsync(p => p.Id == id, token) is { } practice
                ? TypedResults.Ok(await ContractHistory.Of(db, practice, token))
                : (IResult)Problems.NotFound(),
            cancellationToken);
    }

    public async Task<IResult> Save(
        Guid practiceId, SaveContract asked, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var saved = await once.Do<Billed<ContractView>>(
            practice, key.Value, new Asked(practiceId, asked),
            async (db, token) =>
            {
                var written = await write.Do(db, practice, ContractForms.Read(asked.Contract), asked.Version, NameOf(user), token);
                return written.Value is { } contract
                    ? await View(db, await db.Set<Practice>().SingleAsync(p => p.Id == practice, token), contract, token)
                    : written.Refusal!;
            },
            outcome => outcome.Value is not null, cancellationToken);
        return saved.ToResult(view => view);
    }

    public static string NameOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? "";

    private ContractOverview Overview(Practice practice, PracticeContract row)
    {
        var form = ContractForms.Of(row);
        var today = day.Today.ToDateOnly();
        var runs = form.First <= today && (form.Last is null || today <= form.Last);
        return new ContractOverview(
            practice.Id.Value, practice.Name, form.Buyer.Name, form.First, form.Last,
            runs ? form.Tariffs.LastOrDefault(t => t.From <= today)?.Tariff : null);
    }

    private async Task<ContractView> View(ContactCenterDb db, Practice practice, PracticeContract? row, CancellationToken cancellationToken) => new(
        practice.Id.Value, practice.Name, row?.Version ?? 0, row is null ? ContractForms.ProposedTo(practice, day.Today) : ContractForms.Of(row),
        await WriteContract.LastClosed(db, practice.Id, cancellationToken));

    /// <summary>What tells a repetition from another request.</summary>
    private sealed record Asked(Guid Practice, SaveContract Contract);
}
