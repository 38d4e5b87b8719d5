using System.Security.Cryptography;
using System.Text;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Administration;

/// <summary>An account with all that an administrator sees and changes of it.</summary>
internal sealed record KnownAccount(
    UserAccount Account, IReadOnlyList<string> Roles, AgentProfile? Agent, IReadOnlyList<AgentPractice> Served, IReadOnlyList<PracticeMember> Memberships)
{
    public IEnumerable<PracticeId> Practices => Served.Select(s => s.PracticeId).Union(Memberships.Select(m => m.PracticeId));

    public IReadOnlyList<string> Languages => IsAgent ? Agent?.Languages ?? [] : [];

    public bool IsAgent => Roles.Contains(Contracts.Identity.Roles.Agent);

    public bool IsOwnIn(PracticeId practice) => Served.Any(s => s.PracticeId == practice && s.IsOwn);

    /// <summary>
    /// Other for each state that an administrator may have looked at. Not the row's own stamp: that one changes when somebody mistypes a password, and
    /// does not when a command gives a practice.
    /// </summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        [
            Account.DisplayName, Account.Culture, Account.SecurityStamp ?? "", $"{Account.IsClosed}", string.Join(',', Roles), string.Join(',', Languages),
            .. Practices.Select(p => $"{p} {IsOwnIn(p)}").Order(StringComparer.Ordinal),
        ]))).AsSpan(0, 8));

    public static async Task<KnownAccount?> Find(ContactCenterDb db, Guid account, CancellationToken cancellationToken)
    {
        var agent = new AgentId(account);
        return (await Join(
            db.Users.Where(u => u.Id == account), HeldRole.In(db).Where(r => r.Account == account), db.Set<AgentProfile>().Where(a => a.Id == agent),
            db.Set<AgentPractice>().Where(a => a.AgentId == agent), db.Set<PracticeMember>().Where(m => m.UserId == account), cancellationToken)).SingleOrDefault();
    }

    public static Task<List<KnownAccount>> All(ContactCenterDb db, CancellationToken cancellationToken) =>
        Join(db.Users, HeldRole.In(db), db.Set<AgentProfile>(), db.Set<AgentPractice>(), db.Set<PracticeMember>(), cancellationToken);

    private static async Task<List<KnownAccount>> Join(
        IQueryable<UserAccount> users, IQueryable<HeldRole> roles, IQueryable<AgentProfile> agents, IQueryable<AgentPractice> served,
        IQueryable<PracticeMember> members, CancellationToken cancellationToken)
    {
        var rolesOf = (await roles.ToListAsync(cancellationToken)).ToLookup(r => r.Account, r => r.Role);
        var agentOf = await agents.ToDictionaryAsync(a => a.Id.Value, cancellationToken);
        var servedBy = (await served.ToListAsync(cancellationToken)).ToLookup(a => a.AgentId.Value);
        var membersBy = (await members.ToListAsync(cancellationToken)).ToLookup(m => m.UserId);
        return [.. (await users.ToListAsync(cancellationToken)).Select(u => new KnownAccount(
            u, [.. Contracts.Identity.Roles.All.Where(rolesOf[u.Id].Contains)], agentOf.GetValueOrDefault(u.Id), [.. servedBy[u.Id]], [.. membersBy[u.Id]]))];
    }
}
