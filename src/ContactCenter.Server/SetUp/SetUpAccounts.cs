using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Administration;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.SetUp;

/// <summary>Somebody who is to sign in, as she is entered.</summary>
/// <param name="Practices">Slugs.</param>
internal sealed record NewPerson(string Email, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Practices, IReadOnlyList<string> Languages, bool InEnglish);

/// <summary>The words of the commands for accounts: what is decided is decided in <see cref="AccountDesk"/> and <see cref="AccountActs"/>.</summary>
internal sealed class SetUpAccounts(Store store, AccountDesk desk, AccountActs acts)
{
    public async Task<SetUpAnswer> Add(NewPerson person, string password, CancellationToken cancellationToken)
    {
        var known = await Practices(person.Practices, cancellationToken);
        if (person.Practices.FirstOrDefault(s => !known.ContainsKey(s)) is { } unknown)
            return NoPractice(unknown);
        var wanted = new Person(
            person.Name, person.Roles, [.. person.Practices.Select(s => new PracticeOfPerson(known[s].Id, IsOwn: false))], person.Languages,
            person.InEnglish ? "en-GB" : "fr-FR");
        var result = await desk.Add(person.Email, wanted, password, AccountOrder.Of(person.Email).By, cancellationToken);
        var (roles, slugs) = (string.Join(", ", person.Roles.Distinct()), string.Join(", ", person.Practices.Distinct()));
        return Say(result, $"{person.Email.Trim()} may sign in as {roles}{(slugs.Length > 0 ? $" for {slugs}" : "")}.", person.Email);
    }

    public async Task<SetUpAnswer> Assign(string email, string slug, bool remove, bool isOwn, CancellationToken cancellationToken)
    {
        if (!(await Practices([slug], cancellationToken)).TryGetValue(slug, out var practice))
            return NoPractice(slug);
        var result = await desk.Assign(AccountOrder.Of(email), new PracticeOfPerson(practice.Id, isOwn), remove, cancellationToken);
        return result is AccountRefused { Fault: AccountFault.OverseesEvery, About: var roles }
            ? SetUpAnswer.No($"{email.Trim()} is {roles} and sees every practice: there is nothing to give or take.")
            : Say(result, remove ? $"{email.Trim()} has no more to do with {practice.Name}." : $"{email.Trim()} is there for {practice.Name}.", email);
    }

    public async Task<SetUpAnswer> SetPassword(string email, string password, CancellationToken cancellationToken) => Say(
        await acts.SetPassword(AccountOrder.Of(email), password, cancellationToken), $"{email.Trim()} has another password; its sessions are over.", email);

    public async Task<SetUpAnswer> Close(string email, CancellationToken cancellationToken) =>
        Say(await acts.Close(AccountOrder.Of(email), cancellationToken), $"{email.Trim()} is shut; its sessions are over.", email);

    public async Task<SetUpAnswer> Reopen(string email, string password, CancellationToken cancellationToken) => Say(
        await acts.Reopen(AccountOrder.Of(email), password, cancellationToken), $"{email.Trim()} is open again; give it its practices with assign-account.", email);

    private Task<Dictionary<string, Practice>> Practices(IReadOnlyList<string> slugs, CancellationToken cancellationToken) =>
        store.Read((db, token) => db.Set<Practice>().Where(p => slugs.Contains(p.Slug)).ToDictionaryAsync(p => p.Slug, token), cancellationToken);

    private static SetUpAnswer NoPractice(string slug) => SetUpAnswer.No($"There is no practice '{slug}'.");

    private static SetUpAnswer Say(AccountResult result, string done, string email) => result is AccountRefused refused
        ? SetUpAnswer.No(Sentence(refused.Fault, refused.About, email.Trim()))
        : SetUpAnswer.Done(done);

    private static string Sentence(AccountFault fault, string about, string email) => fault switch
    {
        AccountFault.NoAccount => $"There is no account for {email}.",
        AccountFault.WrongEmail => $"'{about}' is no mail address.",
        AccountFault.EmailTaken => $"There is an account for {about} already.",
        AccountFault.WrongName => $"--name needs 1 to {AccountProblems.LongestName} characters.",
        AccountFault.NoRole or AccountFault.UnknownRole => $"'{about}' is no role: write one of {string.Join(", ", Roles.All)}.",
        AccountFault.OverseesEvery => $"{about} oversees every practice: leave --practice out, or name another role as well.",
        AccountFault.UnknownPractice => $"There is no practice '{about}'.",
        AccountFault.NoLanguage => "An agent answers in one language at least: write --language fr.",
        AccountFault.WrongLanguage => $"'{about}' is no language: write two small letters, such as fr.",
        AccountFault.WrongCulture => $"'{about}' is no language of the screens.",
        AccountFault.ShortPassword => $"The password on the standard input needs {AccountProblems.ShortestPassword} characters at least.",
        AccountFault.LongPassword => $"The password on the standard input has {AccountProblems.LongestPassword} characters at most.",
        AccountFault.LastAdministrator => $"{email} is the last administrator: add another one first.",
        AccountFault.Closed => $"{email} is shut: open it again with open-account.",
        AccountFault.NotClosed => $"{email} is open already: set-password gives it another password.",
        // A command begins from what is there, and is nobody's account.
        AccountFault.Outdated or AccountFault.Yourself or AccountFault.OwnRole or AccountFault.NoAdministrator => throw new InvalidOperationException($"{fault}"),
    };
}
