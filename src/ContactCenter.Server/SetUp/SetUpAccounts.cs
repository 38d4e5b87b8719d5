using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.SetUp;

/// <summary>Somebody who is to sign in, as she is entered.</summary>
/// <param name="Practices">Slugs.</param>
internal sealed record NewPerson(string Email, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Practices, IReadOnlyList<string> Languages, bool InEnglish);

/// <summary>Adds, changes and shuts accounts, and says which practices are theirs.</summary>
internal sealed class SetUpAccounts(Store store, Accounts accounts, EndedSessions ended, IPasswordHasher<UserAccount> hasher)
{
    private const int LongestName = 100;
    private static readonly string[] OfAPractice = [Roles.Supervisor, Roles.PracticeStaff];

    public async Task<SetUpAnswer> Add(NewPerson person, string password, CancellationToken cancellationToken)
    {
        if (Fault(person) is { } fault)
            return SetUpAnswer.No(fault);
        if (TooShort(password) is { } shorter)
            return shorter;
        var (roles, slugs) = (person.Roles.Distinct().ToList(), person.Practices.Distinct().ToList());
        var account = accounts.Prepare(new NewAccount(person.Email, person.Name.Trim(), person.InEnglish ? "en-GB" : "fr-FR", password, roles));
        return await store.Write(
            async (db, token) =>
            {
                if (await Find(db, person.Email, token) is not null)
                    return SetUpAnswer.No($"There is an account for {account.Email} already.");
                var practices = await db.Set<Practice>().Where(p => slugs.Contains(p.Slug)).ToListAsync(token);
                if (slugs.Find(s => practices.TrueForAll(p => p.Slug != s)) is { } unknown)
                    return SetUpAnswer.No($"There is no practice '{unknown}'.");
                await Accounts.Add(db, account, roles, token);
                if (roles.Contains(Roles.Agent))
                    db.Add(new AgentProfile { Id = new AgentId(account.Id), Initials = Initials(account.DisplayName), Languages = [.. person.Languages] });
                foreach (var practice in practices)
                    Give(db, account.Id, practice.Id, roles, isOwn: false);
                return SetUpAnswer.Done($"{account.Email} may sign in as {string.Join(", ", roles)}{(slugs.Count > 0 ? $" for {string.Join(", ", slugs)}" : "")}.");
            },
            cancellationToken);
    }

    public Task<SetUpAnswer> Assign(string email, string slug, bool remove, bool isOwn, CancellationToken cancellationToken) => Change(
        email,
        async (db, account, token) =>
        {
            if (await db.Set<Practice>().SingleOrDefaultAsync(p => p.Slug == slug, token) is not { } practice)
                return SetUpAnswer.No($"There is no practice '{slug}'.");
            var roles = await Sessions.RolesOf(db, account.Id).ToListAsync(token);
            if (!roles.Contains(Roles.Agent) && !roles.Exists(OfAPractice.Contains))
                return SetUpAnswer.No($"{account.Email} is {string.Join(", ", roles)} and sees every practice: there is nothing to give or take.");
            var agent = new AgentId(account.Id);
            var served = await db.Set<AgentPractice>().SingleOrDefaultAsync(a => a.PracticeId == practice.Id && a.AgentId == agent, token);
            var member = await db.Set<PracticeMember>().SingleOrDefaultAsync(m => m.PracticeId == practice.Id && m.UserId == account.Id, token);
            if (remove)
            {
                db.RemoveRange(new object?[] { served, member }.OfType<object>());
                return SetUpAnswer.Done($"{account.Email} has no more to do with {practice.Name}.");
            }

            if (served is not null)
                served.IsOwn = isOwn;
            Give(db, account.Id, practice.Id, [.. roles.Where(r => r == Roles.Agent ? served is null : member is null)], isOwn);
            return SetUpAnswer.Done($"{account.Email} is there for {practice.Name}.");
        },
        cancellationToken);

    public async Task<SetUpAnswer> SetPassword(string email, string password, CancellationToken cancellationToken) => TooShort(password) ?? await ChangeAndEndSessions(
        email,
        (_, account, _) =>
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            (account.AccessFailedCount, account.LockoutEnd) = (0, null);
            return Task.FromResult(SetUpAnswer.Done($"{account.Email} has another password; its sessions are over."));
        },
        cancellationToken);

    /// <summary>No password fits any more; her calls and bookings stay under her name.</summary>
    public Task<SetUpAnswer> Close(string email, CancellationToken cancellationToken) => ChangeAndEndSessions(
        email,
        async (db, account, token) =>
        {
            var agent = new AgentId(account.Id);
            account.PasswordHash = hasher.HashPassword(account, $"{Guid.NewGuid()}");
            await db.Set<AgentProfile>().Where(a => a.Id == agent).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsActive, false), token);
            await db.Set<AgentPractice>().Where(a => a.AgentId == agent).ExecuteDeleteAsync(token);
            await db.Set<PracticeMember>().Where(m => m.UserId == account.Id).ExecuteDeleteAsync(token);
            return SetUpAnswer.Done($"{account.Email} is shut; its sessions are over.");
        },
        cancellationToken);

    private Task<SetUpAnswer> Change(string email, Func<ContactCenterDb, UserAccount, CancellationToken, Task<SetUpAnswer>> work, CancellationToken cancellationToken) =>
        store.Write(
            async (db, token) => await Find(db, email, token) is { } account ? await work(db, account, token) : SetUpAnswer.No($"There is no account for {email.Trim()}."),
            cancellationToken);

    private async Task<SetUpAnswer> ChangeAndEndSessions(
        string email, Func<ContactCenterDb, UserAccount, CancellationToken, Task<SetUpAnswer>> work, CancellationToken cancellationToken)
    {
        var whose = Guid.Empty;
        var answer = await Change(
            email,
            async (db, account, token) =>
            {
                (whose, account.SecurityStamp, account.ConcurrencyStamp) = (account.Id, Accounts.NewStamp(), $"{Guid.NewGuid()}");
                return await work(db, account, token);
            },
            cancellationToken);
        if (answer.IsDone)
            ended.Raise(whose);
        return answer;
    }

    private static void Give(ContactCenterDb db, Guid account, PracticeId practice, IReadOnlyCollection<string> roles, bool isOwn)
    {
        if (roles.Contains(Roles.Agent))
            db.Add(new AgentPractice { AgentId = new AgentId(account), PracticeId = practice, IsOwn = isOwn });
        if (OfAPractice.Any(roles.Contains))
            db.Add(new PracticeMember { UserId = account, PracticeId = practice });
    }

    private static Task<UserAccount?> Find(ContactCenterDb db, string email, CancellationToken cancellationToken)
    {
        var normalised = email.Trim().ToUpperInvariant();
        return db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normalised, cancellationToken);
    }

    private static string? Fault(NewPerson person)
    {
        if (!System.Net.Mail.MailAddress.TryCreate(person.Email.Trim(), out var address) || address.Address != person.Email.Trim())
            return $"'{person.Email}' is no mail address.";
        if (string.IsNullOrWhiteSpace(person.Name) || person.Name.Length > LongestName)
            return $"--name needs 1 to {LongestName} characters.";
        if (person.Roles.FirstOrDefault(r => !Roles.All.Contains(r)) is { } unknown)
            return $"'{unknown}' is no role: write one of {string.Join(", ", Roles.All)}.";
        if (person.Practices.Count > 0 && !person.Roles.Any(r => r == Roles.Agent || OfAPractice.Contains(r)))
            return $"{string.Join(", ", person.Roles)} oversees every practice: leave --practice out, or name another role as well.";
        return person.Languages.FirstOrDefault(l => l.Length != 2 || !l.All(char.IsAsciiLetterLower)) is { } language
            ? $"'{language}' is no language: write two small letters, such as fr."
            : null;
    }

    private static SetUpAnswer? TooShort(string password) => password.Length < Accounts.ShortestPassword
        ? SetUpAnswer.No($"The password on the standard input needs {Accounts.ShortestPassword} characters at least.")
        : null;

    private static string Initials(string name) => string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).Select(word => char.ToUpperInvariant(word[0])));
}
