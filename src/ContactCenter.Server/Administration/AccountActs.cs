using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using Microsoft.AspNetCore.Identity;

namespace ContactCenter.Server.Administration;

/// <summary>Passwords, sessions, locks, and the end of an account.</summary>
internal sealed class AccountActs(AccountUnits units, IPasswordHasher<UserAccount> hasher)
{
    public Task<AccountResult> SetPassword(AccountOrder order, string password, CancellationToken cancellationToken) =>
        GivePassword(order, password, isClosed: false, AuditAction.AccountPasswordSet, cancellationToken);

    /// <summary>Practices were taken when it was closed, and are given anew.</summary>
    public Task<AccountResult> Reopen(AccountOrder order, string password, CancellationToken cancellationToken) =>
        GivePassword(order, password, isClosed: true, AuditAction.AccountReopened, cancellationToken);

    /// <summary>Every session of the account ends at its next request, on every node; its consoles are cut off at once where the hint arrives.</summary>
    public Task<AccountResult> EndSessions(AccountOrder order, CancellationToken cancellationToken) => units.Run(
        order,
        unit => Task.FromResult(Done(unit, AuditAction.AccountSessionsEnded, endsSessions: true)),
        cancellationToken);

    public Task<AccountResult> Unlock(AccountOrder order, CancellationToken cancellationToken) => units.Run(
        order,
        unit =>
        {
            if (unit.Account.IsClosed)
                return Task.FromResult<AccountRefused?>(new(AccountFault.Closed));
            (unit.Account.AccessFailedCount, unit.Account.LockoutEnd) = (0, null);
            return Task.FromResult(Done(unit, AuditAction.AccountUnlocked, endsSessions: false));
        },
        cancellationToken);

    /// <summary>No password fits any more; her calls and bookings stay under her name.</summary>
    public Task<AccountResult> Close(AccountOrder order, CancellationToken cancellationToken) => units.Run(
        order,
        async unit =>
        {
            if (unit.Account.IsClosed)
                return new(AccountFault.Closed, unit.Account.Email!);
            if (await unit.IsLastAdministrator())
                return new(AccountFault.LastAdministrator, unit.Account.Email!);
            if (unit.IsHerself)
                return new(AccountFault.Yourself);
            unit.Account.PasswordHash = null;
            (unit.Account.AccessFailedCount, unit.Account.LockoutEnd) = (0, null);
            if (unit.Known.Agent is { } agent)
                agent.IsActive = false;
            unit.Db.RemoveRange(unit.Known.Served);
            unit.Db.RemoveRange(unit.Known.Memberships);
            return Done(unit, AuditAction.AccountClosed, endsSessions: true);
        },
        cancellationToken);

    private async Task<AccountResult> GivePassword(AccountOrder order, string password, bool isClosed, AuditAction act, CancellationToken cancellationToken)
    {
        if (AccountRules.FaultOfPassword(password) is { } fault)
            return fault;
        // Slow, and so outside the unit; the hash is of the password and its own salt alone.
        var hash = hasher.HashPassword(new UserAccount(), password);
        return await units.Run(
            order,
            unit =>
            {
                if (unit.Account.IsClosed != isClosed)
                    return Task.FromResult<AccountRefused?>(new(isClosed ? AccountFault.NotClosed : AccountFault.Closed, unit.Account.Email!));
                unit.Account.PasswordHash = hash;
                (unit.Account.AccessFailedCount, unit.Account.LockoutEnd) = (0, null);
                if (unit.Known is { IsAgent: true, Agent: { } agent })
                    agent.IsActive = true;
                return Task.FromResult(Done(unit, act, endsSessions: true));
            },
            cancellationToken);
    }

    private static AccountRefused? Done(AccountUnit unit, AuditAction act, bool endsSessions)
    {
        unit.Acts.Add(act);
        unit.EndsSessions = endsSessions;
        return null;
    }
}
