namespace ContactCenter.Contracts.Identity;

/// <summary>
/// Signs in and sets the cookie (<c>POST /api/session</c>); 401 with code <c>sign-in-refused</c>, 429 with
/// <c>too-many-attempts</c> when the account is locked or the attempts come too fast.
/// </summary>
public sealed record SignIn(string Email, string Password);

/// <summary>Who is signed in (<c>GET /api/session</c>, 401 when nobody is; <c>DELETE</c> signs out).</summary>
/// <param name="AccountId">For an agent also her agent id.</param>
/// <param name="Roles">Of <see cref="Roles"/>.</param>
/// <param name="Practices">The practices this account may work for.</param>
/// <param name="ServerTime">A console counts months and days by it: the clock of the machine it runs on may be wrong.</param>
public sealed record SessionView(Guid AccountId, string Name, string Email, IReadOnlyList<string> Roles, IReadOnlyList<PracticeRef> Practices, DateTimeOffset ServerTime);

public sealed record PracticeRef(Guid PracticeId, string Slug, string Name);
