using ContactCenter.Contracts.Identity;

namespace ContactCenter.Contracts.Administration;

/// <summary><c>GET /api/administration/accounts</c> (role Administrator): everybody who signs in, by name.</summary>
public sealed record AccountList(IReadOnlyList<AccountView> Accounts);

/// <summary>Also <c>GET /api/administration/accounts/{accountId}</c>.</summary>
/// <param name="Version">Of what an administrator changes; each change names the one that it began from.</param>
/// <param name="Roles">Of <see cref="Identity.Roles"/>, in that order.</param>
/// <param name="Languages">Two-letter codes; empty for who is no agent.</param>
/// <param name="Culture">Of the console: <c>fr-FR</c> or <c>en-GB</c>.</param>
/// <param name="LockedUntil">Set while <paramref name="State"/> is LockedOut.</param>
/// <param name="IsYou">The account that asks.</param>
public sealed record AccountView(
    Guid AccountId, string Version, string Email, string Name, IReadOnlyList<string> Roles, IReadOnlyList<AccountPractice> Practices,
    IReadOnlyList<string> Languages, string Culture, AccountState State, DateTimeOffset? LockedUntil = null, bool IsYou = false);

/// <param name="IsOwn">An agent who is one of the practice's own secretaries: asked before the team.</param>
public sealed record AccountPractice(Guid PracticeId, string Name, bool IsOwn = false);

public enum AccountState
{
    Active,

    /// <summary>After too many wrong passwords, for a while.</summary>
    LockedOut,

    /// <summary>No password fits; what was done stays under the name.</summary>
    Closed,
}

/// <summary>What an administrator writes of an account.</summary>
/// <param name="Practices">For roles that belong to practices only.</param>
public sealed record AccountForm(
    string Name, IReadOnlyList<string> Roles, IReadOnlyList<GivenPractice> Practices, IReadOnlyList<string> Languages, string Culture);

public sealed record GivenPractice(Guid PracticeId, bool IsOwn = false);

/// <summary><c>POST /api/administration/accounts</c> answers <see cref="AccountAnswer"/>.</summary>
/// <param name="Password">Null: the server makes one.</param>
public sealed record AddAccount(string Email, AccountForm Account, string? Password = null)
{
    // Masked: a password stands in no log.
    public override string ToString() => nameof(AddAccount);
}

/// <summary>
/// <c>PUT /api/administration/accounts/{accountId}</c> answers <see cref="AccountAnswer"/>. An older version answers 409 with what is now in
/// <c>current</c>. Other roles end the account's sessions; other practices do not.
/// </summary>
public sealed record ChangeAccount(string Version, AccountForm Account);

/// <summary>
/// <c>POST /api/administration/accounts/{accountId}/password</c>, which ends sessions and lock, and <c>.../reopen</c>: both answer
/// <see cref="AccountAnswer"/>.
/// </summary>
/// <param name="Password">Null: the server makes one.</param>
public sealed record SetPassword(string Version, string? Password = null)
{
    public override string ToString() => nameof(SetPassword);
}

/// <summary>
/// <c>POST /api/administration/accounts/{accountId}/end-sessions</c>, <c>.../unlock</c> and <c>.../close</c> answer <see cref="AccountAnswer"/>.
/// </summary>
public sealed record ActOnAccount(string Version);

/// <param name="Password">The one that the server made, this once: it is kept nowhere in a form that can be read again.</param>
public sealed record AccountAnswer(AccountView Account, string? Password = null)
{
    public override string ToString() => nameof(AccountAnswer);
}
