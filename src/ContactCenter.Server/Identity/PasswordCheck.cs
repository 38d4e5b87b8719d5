using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Identity;

/// <summary>Checks a password. Hashing takes a tenth of a second, so it runs outside the units of work.</summary>
internal sealed class PasswordCheck(Store store, IPasswordHasher<UserAccount> hasher, SignInLimits limits, IOptions<SignInOptions> options, TimeProvider time)
{
    private static readonly UserAccount Nobody = new();

    // Against an account that does not exist a password is checked all the same: the time tells nothing.
    private readonly string _nobodysHash = hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<PasswordVerdict> Try(string email, string password, string address, CancellationToken cancellationToken)
    {
        var normalised = email.Trim().ToUpperInvariant();
        if (!limits.MayTry(address, normalised))
            return new TooManyAttempts();
        var account = await store.Read((db, token) => db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalised, token), cancellationToken);
        if (account is not null && IsLocked(account))
            return new TooManyAttempts();
        var verdict = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _nobodysHash, password);
        if (account is null || verdict == PasswordVerificationResult.Failed)
        {
            // Where there is an account its row counts, for every node, and an administrator can lift that.
            if (account is null)
                limits.CountWrong(normalised);
            else
                await CountWrong(account.Id);
            return new Refused();
        }
        var rehashed = verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account, password) : null;
        if (account.AccessFailedCount > 0 || rehashed is not null)
            await Settle(account.Id, rehashed);
        return new SignedIn(account);
    }

    private bool IsLocked(UserAccount account) => account.LockoutEnabled && account.LockoutEnd > time.GetUtcNow();

    private Task CountWrong(Guid accountId) => store.Write(
        async (db, token) =>
        {
            var account = await db.Users.SingleAsync(u => u.Id == accountId, token);
            account.ConcurrencyStamp = $"{Guid.NewGuid()}";
            if (++account.AccessFailedCount < options.Value.WrongPasswords)
                return;
            account.AccessFailedCount = 0;
            account.LockoutEnd = time.GetUtcNow().AddMinutes(options.Value.LockMinutes);
        },
        CancellationToken.None);

    private Task Settle(Guid accountId, string? rehashed) => store.Write(
        async (db, token) =>
        {
            var account = await db.Users.SingleAsync(u => u.Id == accountId, token);
            account.ConcurrencyStamp = $"{Guid.NewGuid()}";
            account.AccessFailedCount = 0;
            account.LockoutEnd = null;
            account.PasswordHash = rehashed ?? account.PasswordHash;
        },
        CancellationToken.None);
}

internal abstract record PasswordVerdict;

internal sealed record SignedIn(UserAccount Account) : PasswordVerdict;

internal sealed record Refused : PasswordVerdict;

internal sealed record TooManyAttempts : PasswordVerdict;
