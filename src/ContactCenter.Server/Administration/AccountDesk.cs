using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Administration;

/// <summary>Makes accounts, and says who they are, what they may do and where.</summary>
internal sealed class AccountDesk(Store store, Accounts accounts, AccountUnits units, AuditTrail audit)
{
    public async Task<AccountResult> Add(string email, Person person, string password, AuditActor by, CancellationToken cancellationToken)
    {
        if ((AccountRules.FaultOfEmail(email) ?? AccountRules.FaultOf(person) ?? AccountRules.FaultOfPassword(password)) is { } fault)
            return fault;
        List<string> roles = [.. person.Roles.Distinct()];
        var account = accounts.Prepare(new NewAccount(email, person.Name.Trim(), person.Culture, password, roles));
        return await store.Write<AccountResult>(
            async (db, token) =>
            {
                if (!await AccountUnits.MayAct(db, by, token))
                    return new AccountRefused(AccountFault.NoAdministrator);
                if (await db.Users.AnyAsync(u => u.NormalizedEmail == account.NormalizedEmail, token))
                    return new AccountRefused(AccountFault.EmailTaken, account.Email!);
                if (await UnknownPractice(db, person, token) is { } unknown)
                    return unknown;
                await Accounts.Add(db, account, roles, token);
                var change = new AccountChange(db, new KnownAccount(account, [], null, [], []));
                change.BecomeAgent(person, isAgent: roles.Contains(Roles.Agent));
                foreach (var practice in person.Practices.DistinctBy(p => p.Id))
                    change.Give(practice, roles);
                await audit.Append(db, AuditTrail.OfAccounts, by, [AuditEntry.OfAccount(AuditAction.AccountAdded, account.Id)], token);
                return new AccountDone(account.Id);
            },
            Rerun.OnConflictOrTakenKey,
            cancellationToken);
    }

    public async Task<AccountResult> Change(AccountOrder order, Person person, CancellationToken cancellationToken) => AccountRules.FaultOf(person) is { } fault
        ? fault
        : await units.Run(
            order,
            async unit =>
            {
                if (unit.Account.IsClosed)
                    return new(AccountFault.Closed, unit.Account.Email!);
                if (!person.Roles.Contains(Roles.Administrator) && unit.Known.Roles.Contains(Roles.Administrator))
                {
                    if (await unit.IsLastAdministrator())
                        return new(AccountFault.LastAdministrator, unit.Account.Email!);
                    if (unit.IsHerself)
                        return new(AccountFault.OwnRole);
                }

                if (await UnknownPractice(unit.Db, person, unit.Stop) is { } unknown)
                    return unknown;
                var done = await new AccountChange(unit.Db, unit.Known).Apply(person, unit.Stop);
                unit.Acts.AddRange(done);
                // Roles stand in the session; practices are asked for each time.
                unit.EndsSessions = done.Contains(AuditAction.AccountRolesChanged);
                return null;
            },
            cancellationToken);

    /// <summary>Gives one practice or takes it, and leaves the others as they are.</summary>
    public Task<AccountResult> Assign(AccountOrder order, PracticeOfPerson practice, bool remove, CancellationToken cancellationToken) => units.Run(
        order,
        unit =>
        {
            if (unit.Account.IsClosed)
                return Task.FromResult<AccountRefused?>(new(AccountFault.Closed, unit.Account.Email!));
            if (!AccountRules.IsOfPractices(unit.Known.Roles))
                return Task.FromResult<AccountRefused?>(new(AccountFault.OverseesEvery, string.Join(", ", unit.Known.Roles)));
            var change = new AccountChange(unit.Db, unit.Known);
            if (remove)
                change.Take(practice.Id);
            else
                change.Give(practice, unit.Known.Roles);
            unit.Acts.Add(AuditAction.AccountPracticesChanged);
            return Task.FromResult<AccountRefused?>(null);
        },
        cancellationToken);

    private static async Task<AccountRefused?> UnknownPractice(ContactCenterDb db, Person person, CancellationToken cancellationToken)
    {
        List<PracticeId> wanted = [.. person.Practices.Select(p => p.Id).Distinct()];
        var known = await db.Set<Practice>().Where(p => wanted.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
        return wanted.Except(known).Select(p => new AccountRefused(AccountFault.UnknownPractice, $"{p}")).FirstOrDefault();
    }
}
