using System.Security.Claims;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Identity;

/// <summary>
/// Which practices a user sees. What concerns patients goes by assignment and membership alone: billing and administrators
/// oversee every practice, but an administrator who is also an agent sees the patients of her own practices only.
/// </summary>
internal sealed class PracticeAccess(Store store)
{
    // Asked with every request to a practice's address; says what Assigned says.
    private static readonly HotQuery<PracticeId, AgentId, Guid, bool> IsAssigned = new((db, practice, agent, user, _) => db.Set<Practice>().Any(p => p.Id == practice
        && (db.Set<AgentPractice>().Any(a => a.PracticeId == p.Id && a.AgentId == agent) || db.Set<PracticeMember>().Any(m => m.PracticeId == p.Id && m.UserId == user))));

    /// <summary>Whether the user answers for, works in or supervises the practice.</summary>
    public Task<bool> Includes(ClaimsPrincipal user, PracticeId practice, CancellationToken cancellationToken) =>
        store.Read((db, token) => IsAssigned.Run(db, practice, user.AgentId(), user.UserId(), token), cancellationToken);

    /// <summary>As <see cref="Includes"/>, or by a role that oversees every practice.</summary>
    public Task<bool> Oversees(ClaimsPrincipal user, PracticeId practice, CancellationToken cancellationToken) =>
        store.Read((db, token) => Overseen(db, user).AnyAsync(p => p.Id == practice, token), cancellationToken);

    /// <summary>The practices whose calls and patients concern this user, for a query inside a unit.</summary>
    public static IQueryable<Practice> Assigned(ContactCenterDb db, ClaimsPrincipal user)
    {
        var (userId, agentId) = (user.UserId(), user.AgentId());
        return db.Set<Practice>().Where(p =>
            db.Set<AgentPractice>().Any(a => a.PracticeId == p.Id && a.AgentId == agentId)
            || db.Set<PracticeMember>().Any(m => m.PracticeId == p.Id && m.UserId == userId));
    }

    public static IQueryable<Practice> Overseen(ContactCenterDb db, ClaimsPrincipal user) =>
        user.IsInRole(Roles.Billing) || user.IsInRole(Roles.Administrator) ? db.Set<Practice>() : Assigned(db, user);
}
