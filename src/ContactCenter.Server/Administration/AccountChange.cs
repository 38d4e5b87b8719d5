using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Administration;

/// <summary>Turns the rows of an account into what was written. What stays the same is not touched: an agent keeps how well she knows a practice.</summary>
internal sealed class AccountChange(ContactCenterDb db, KnownAccount known)
{
    private UserAccount Account => known.Account;

    /// <returns>What was changed, in the trail's words.</returns>
    public async Task<IReadOnlyList<AuditAction>> Apply(Person person, CancellationToken cancellationToken)
    {
        List<AuditAction> done = [];
        List<string> roles = [.. Roles.All.Where(person.Roles.Contains)];
        var languages = roles.Contains(Roles.Agent) ? person.Languages : [];
        var isRenamed = (Account.DisplayName, Account.Culture) != (person.Name.Trim(), person.Culture);
        if (isRenamed || (known.IsAgent && roles.Contains(Roles.Agent) && !known.Languages.SequenceEqual(languages)))
            done.Add(AuditAction.AccountChanged);
        var practices = person.Practices.DistinctBy(p => p.Id).ToList();
        if (!known.Practices.ToHashSet().SetEquals(practices.Select(p => p.Id)) || practices.Exists(p => roles.Contains(Roles.Agent) && known.IsOwnIn(p.Id) != p.IsOwn))
            done.Add(AuditAction.AccountPracticesChanged);
        if (!known.Roles.SequenceEqual(roles))
        {
            done.Add(AuditAction.AccountRolesChanged);
            await ChangeRoles(roles, cancellationToken);
        }

        ChangePractices(practices, roles);
        BecomeAgent(person, roles.Contains(Roles.Agent));
        (Account.DisplayName, Account.Culture) = (person.Name.Trim(), person.Culture);
        return done;
    }

    /// <summary>An agent has a profile; whoever was one keeps it, for what she did stands under it, and is called no more.</summary>
    public void BecomeAgent(Person person, bool isAgent)
    {
        if (known.Agent is { } profile)
        {
            profile.IsActive = isAgent;
            if (profile.Initials == AccountRules.Initials(Account.DisplayName))
                profile.Initials = AccountRules.Initials(person.Name);
            if (isAgent && !profile.Languages.SequenceEqual(person.Languages))
                profile.Languages = [.. person.Languages];
        }
        else if (isAgent)
            db.Add(new AgentProfile { Id = new AgentId(Account.Id), Initials = AccountRules.Initials(person.Name), Languages = [.. person.Languages] });
    }

    public void Give(PracticeOfPerson practice, IReadOnlyCollection<string> roles)
    {
        var served = known.Served.FirstOrDefault(s => s.PracticeId == practice.Id);
        if (served is not null)
            served.IsOwn = practice.IsOwn;
        else if (roles.Contains(Roles.Agent))
            db.Add(new AgentPractice { AgentId = new AgentId(Account.Id), PracticeId = practice.Id, IsOwn = practice.IsOwn });
        if (AccountRules.IsMembers(roles) && known.Memberships.All(m => m.PracticeId != practice.Id))
            db.Add(new PracticeMember { UserId = Account.Id, PracticeId = practice.Id });
    }

    public void Take(PracticeId practice)
    {
        db.RemoveRange(known.Served.Where(s => s.PracticeId == practice));
        db.RemoveRange(known.Memberships.Where(m => m.PracticeId == practice));
    }

    private void ChangePractices(List<PracticeOfPerson> practices, List<string> roles)
    {
        foreach (var gone in known.Practices.Except(practices.Select(p => p.Id)))
            Take(gone);
        // Without the role neither its rows: another role must not inherit them.
        if (!roles.Contains(Roles.Agent))
            db.RemoveRange(known.Served);
        if (!AccountRules.IsMembers(roles))
            db.RemoveRange(known.Memberships);
        // A practice that stays is given to the roles that come; one that she has in one role alone is not widened to the other by the way.
        var come = roles.Except(known.Roles).ToList();
        foreach (var practice in practices)
        {
            var isKept = known.Practices.Contains(practice.Id);
            Give(practice, isKept ? come : roles);
        }
    }

    private async Task ChangeRoles(List<string> roles, CancellationToken cancellationToken)
    {
        var ids = await db.Roles.Where(r => roles.Contains(r.Name!)).Select(r => r.Id).ToListAsync(cancellationToken);
        var held = await db.UserRoles.Where(r => r.UserId == Account.Id).ToListAsync(cancellationToken);
        db.RemoveRange(held.Where(h => !ids.Contains(h.RoleId)));
        db.AddRange(ids.Where(id => held.TrueForAll(h => h.RoleId != id)).Select(id => new IdentityUserRole<Guid> { UserId = Account.Id, RoleId = id }));
    }
}
