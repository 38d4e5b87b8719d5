using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Server.Billing.Contests;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Ledgers;

/// <summary>
/// The clerk's word on a finding. What it changes is a matter of the rating: an open month counts it at once, a closed one as the adjustment of the
/// next.
/// </summary>
internal sealed class SettleDifference(OnceOnly once, Sealer sealer, IClock clock)
{
    /// <param name="by">Name of the account.</param>
    public Task<Billed<FindingView>> Do(Guid findingId, SettleFinding asked, Guid key, string by, CancellationToken cancellationToken) =>
        // A leg that nobody knows has no practice, and its finding is still settled once.
        once.Do<Billed<FindingView>>(
            default, key, new Asked(findingId, asked.As, asked.Reason), (db, token) => Settle(db, findingId, asked, by, token),
            outcome => outcome.Value is not null, cancellationToken);

    private async Task<Billed<FindingView>> Settle(ContactCenterDb db, Guid findingId, SettleFinding asked, string by, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(asked.As) || FindingViews.Chosen(asked.As) is not { } how)
            return BillingRefusal.WrongSettlement;
        if (!RaiseContest.IsReason(asked.Reason))
            return BillingRefusal.ReasonNeeded;
        if (await db.Set<Finding>().SingleOrDefaultAsync(f => f.Id == findingId, cancellationToken) is not { } finding)
            return BillingRefusal.NotFound;
        if (finding.SettledAt is not null)
            return BillingRefusal.AlreadySettled;
        finding.Settle(sealer, how, by, asked.Reason.Trim(), clock.GetCurrentInstant());
        return await FindingViews.Of(db, sealer, finding, cancellationToken);
    }

    /// <summary>What tells a repetition from another request.</summary>
    private sealed record Asked(Guid Finding, SettlementView As, string Reason);
}
