using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Administration;

/// <summary>Whose account is changed, by whom, and from which version; null: whatever it is now.</summary>
internal sealed record AccountOrder(AccountKey Whose, string? Version, AuditActor By)
{
    /// <summary>A command's.</summary>
    public static AccountOrder Of(string email) => new(new AccountKey(null, email), null, new AuditActor(Guid.Empty, "command", null));
}

/// <summary>By its id, or by its address.</summary>
internal readonly record struct AccountKey(Guid? Id, string Email);

/// <summary>One change of one account: what is known of it, and what is written into the trail when it is done.</summary>
internal sealed record AccountUnit(ContactCenterDb Db, KnownAccount Known, AccountOrder Order, CancellationToken Stop)
{
    public UserAccount Account => Known.Account;

    public bool IsHerself => Account.Id == Order.By.UserId;

    public List<AuditAction> Acts { get; } = [];

    public bool EndsSessions { get; set; }

    /// <summary>Whether nobody would be left to make accounts without this one.</summary>
    public async Task<bool> IsLastAdministrator() =>
        !Account.IsClosed && Known.Roles.Contains(Roles.Administrator)
        && !await AccountUnits.Administrators(Db).AnyAsync(u => u.Id != Account.Id, Stop);
}

/// <summary>Changes accounts one after the other, from the version that was looked at, and writes down who did it.</summary>
internal sealed class AccountUnits(Store store, AuditTrail audit, EndedSessions ended)
{
    /// <param name="decide">Refuses before it changes anything, or changes and says so in the unit's acts; no act: nothing was to be done.</param>
    public async Task<AccountResult> Run(AccountOrder order, Func<AccountUnit, Task<AccountRefused?>> decide, CancellationToken cancellationToken)
    {
        var over = false;
        var result = await store.Write<AccountResult>(
            async (db, token) =>
            {
                over = false;
                // In turn: two administrators who close each other in the same moment would leave none.
                await AuditTrail.TakeTurn(db, AuditTrail.OfAccounts, token);
                if (!await MayAct(db, order.By, token))
                    return new AccountRefused(AccountFault.NoAdministrator);
                if (await Find(db, order.Whose, token) is not { } known)
                    return new AccountRefused(AccountFault.NoAccount, order.Whose.Email.Trim());
                if (order.Version is { } version && version != known.Version)
                    return new AccountRefused(AccountFault.Outdated);
                var unit = new AccountUnit(db, known, order, token);
                if (await decide(unit) is { } refused)
                    return refused;
                await Settle(unit);
                over = unit.EndsSessions;
                return new AccountDone(unit.Account.Id);
            },
            cancellationToken);
        if (over && result is AccountDone { AccountId: var whose })
            ended.Raise(whose);
        return result;
    }

    /// <summary>Whether it is a command that acts, or somebody who still is an administrator.</summary>
    public static async Task<bool> MayAct(ContactCenterDb db, AuditActor by, CancellationToken cancellationToken) =>
        by.UserId == Guid.Empty || await Administrators(db).AnyAsync(u => u.Id == by.UserId, cancellationToken);

    public static IQueryable<UserAccount> Administrators(ContactCenterDb db)
    {
        var held = HeldRole.In(db);
        return db.Users.Where(u => u.PasswordHash != null && held.Any(r => r.Account == u.Id && r.Role == Roles.Administrator));
    }

    private async Task Settle(AccountUnit unit)
    {
        if (unit.Acts.Count == 0)
            return;
        unit.Account.ConcurrencyStamp = $"{Guid.NewGuid()}";
        if (unit.EndsSessions)
            unit.Account.SecurityStamp = Accounts.NewStamp();
        await audit.Append(
            unit.Db, AuditTrail.OfAccounts, unit.Order.By, [.. unit.Acts.Select(act => AuditEntry.OfAccount(act, unit.Account.Id))], unit.Stop);
    }

    private static async Task<KnownAccount?> Find(ContactCenterDb db, AccountKey whose, CancellationToken cancellationToken)
    {
        var normalised = whose.Email.Trim().ToUpperInvariant();
        var id = whose.Id ?? await db.Users.Where(u => u.NormalizedEmail == normalised).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } account ? await KnownAccount.Find(db, account, cancellationToken) : null;
    }
}
