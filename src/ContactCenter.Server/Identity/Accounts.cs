using ContactCenter.Contracts.Administration;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Identity;

/// <summary>Makes and changes accounts. Passwords: at least <see cref="AccountProblems.ShortestPassword"/> characters, nothing else asked of them.</summary>
internal sealed class Accounts(Store store, IPasswordHasher<UserAccount> hasher)
{
    /// <exception cref="DbUpdateException">The address is taken (<see cref="UniqueViolation"/>).</exception>
    public async Task<UserAccount> Create(NewAccount wanted, CancellationToken cancellationToken)
    {
        var account = Prepare(wanted);
        await store.Write((db, token) => Add(db, account, wanted.Roles, token), cancellationToken);
        return account;
    }

    /// <summary>Hashing is slow: prepare outside a unit, add inside.</summary>
    public UserAccount Prepare(NewAccount wanted)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted.Password.Length, AccountProblems.ShortestPassword, nameof(wanted));
        var email = wanted.Email.Trim();
        var account = new UserAccount
        {
            Id = wanted.Id ?? Guid.CreateVersion7(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            DisplayName = wanted.DisplayName,
            Culture = wanted.Culture,
            SecurityStamp = NewStamp(),
        };
        account.PasswordHash = hasher.HashPassword(account, wanted.Password);
        return account;
    }

    public static async Task Add(ContactCenterDb db, UserAccount account, IReadOnlyCollection<string> roles, CancellationToken cancellationToken)
    {
        db.Add(account);
        var ids = await db.Roles.Where(r => roles.Contains(r.Name!)).Select(r => r.Id).ToListAsync(cancellationToken);
        if (ids.Count != roles.Count)
            throw new ArgumentException("An account's roles must exist.", nameof(roles));
        db.AddRange(ids.Select(role => new IdentityUserRole<Guid> { UserId = account.Id, RoleId = role }));
    }

    /// <summary>A stamp unlike any before: sessions that began under another are over.</summary>
    public static string NewStamp() => Guid.NewGuid().ToString("N");
}

internal sealed record NewAccount(string Email, string DisplayName, string Culture, string Password, IReadOnlyCollection<string> Roles, Guid? Id = null);
