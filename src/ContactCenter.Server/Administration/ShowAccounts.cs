using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Administration;

/// <summary>Accounts as an administrator sees them: who they are and what they may do, and nothing of what they did.</summary>
internal sealed class ShowAccounts(Store store, TimeProvider time)
{
    public Task<AccountList> All(Guid asks, CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var names = await Names(db, token);
            var accounts = (await KnownAccount.All(db, token)).Select(known => View(known, names, asks)).OrderBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase);
            return new AccountList([.. accounts]);
        },
        cancellationToken);

    /// <summary>Null when there is none.</summary>
    public Task<AccountView?> One(Guid account, Guid asks, CancellationToken cancellationToken) => store.Read(
        async (db, token) => await KnownAccount.Find(db, account, token) is { } known ? View(known, await Names(db, token), asks) : null,
        cancellationToken);

    private AccountView View(KnownAccount known, Dictionary<PracticeId, string> names, Guid asks)
    {
        var account = known.Account;
        var lockedUntil = account.LockoutEnabled && account.LockoutEnd > time.GetUtcNow() ? account.LockoutEnd : null;
        var state = account.IsClosed ? AccountState.Closed : lockedUntil is null ? AccountState.Active : AccountState.LockedOut;
        var practices = known.Practices.Select(p => new AccountPractice(p.Value, names[p], known.IsOwnIn(p))).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase);
        return new AccountView(
            account.Id, known.Version, account.Email!, account.DisplayName, known.Roles, [.. practices], known.Languages, account.Culture, state,
            state == AccountState.LockedOut ? lockedUntil : null, account.Id == asks);
    }

    private static Task<Dictionary<PracticeId, string>> Names(ContactCenterDb db, CancellationToken cancellationToken) =>
        db.Set<Practice>().ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
}
