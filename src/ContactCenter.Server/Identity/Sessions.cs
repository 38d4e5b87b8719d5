using System.Security.Claims;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Identity;

/// <summary>What a session says and whether it still holds.</summary>
internal sealed class Sessions(Store store, IClock clock)
{
    private static readonly HotQuery<Guid, string?> StampOf = new((db, user, _) => db.Users.Where(u => u.Id == user).Select(u => u.SecurityStamp).SingleOrDefault());

    // With the practice of the address, says of it what PracticeAccess.Assigned says: both are asked with nearly every request.
    private static readonly HotQuery<Guid, AgentId, PracticeId, Standing?> StandingOf = new((db, user, agent, practice, _) => db.Users.Where(u => u.Id == user)
        .Select(u => new Standing(u.SecurityStamp, db.Set<Practice>().Any(p => p.Id == practice
            && (db.Set<AgentPractice>().Any(a => a.PracticeId == p.Id && a.AgentId == agent) || db.Set<PracticeMember>().Any(m => m.PracticeId == p.Id && m.UserId == user)))))
        .SingleOrDefault());

    /// <summary>The claims of a new session. Practices are not among them: they are asked for each time, so that an end of assignment counts at once.</summary>
    public async Task<ClaimsPrincipal> Begin(UserAccount account, CancellationToken cancellationToken)
    {
        var roles = await store.Read((db, token) => HeldRole.In(db).Where(r => r.Account == account.Id).Select(r => r.Role).ToListAsync(token), cancellationToken);
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.DisplayName),
            new(ClaimTypes.Email, account.Email ?? ""),
            new(SignedInUser.CultureClaim, account.Culture),
            new(SignedInUser.StampClaim, account.SecurityStamp ?? ""),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    public Task<SessionView> Describe(ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read(
        async (db, token) =>
        {
            var practices = await PracticeAccess.Overseen(db, user).OrderBy(p => p.Name)
                .Select(p => new PracticeRef(p.Id.Value, p.Slug, p.Name)).ToListAsync(token);
            var roles = user.FindAll(ClaimTypes.Role).Select(c => c.Value);
            return new SessionView(
                user.UserId(), user.Identity!.Name!, user.FindFirstValue(ClaimTypes.Email)!, [.. roles], practices, clock.GetCurrentInstant().ToDateTimeOffset());
        },
        cancellationToken);

    /// <summary>False after a password change, a change of roles or a revocation: each renews the stamp.</summary>
    public async Task<bool> Holds(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var stamp = await store.Read((db, token) => StampOf.Run(db, user.UserId(), token), cancellationToken);
        return Matches(user, stamp);
    }

    /// <summary>As above, for a request to the address of a practice: also whether she answers for, works in or supervises it.</summary>
    public async Task<(bool Holds, bool IsAssigned)> Holds(ClaimsPrincipal user, PracticeId practice, CancellationToken cancellationToken)
    {
        var standing = await store.Read((db, token) => StandingOf.Run(db, user.UserId(), user.AgentId(), practice, token), cancellationToken);
        return (Matches(user, standing?.Stamp), standing is { IsAssigned: true });
    }

    private static bool Matches(ClaimsPrincipal user, string? stamp) => stamp is not null && stamp == user.FindFirstValue(SignedInUser.StampClaim);

    private sealed record Standing(string? Stamp, bool IsAssigned);
}
