using System.Net.Mail;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.Server.Administration;

/// <summary>What can be an account, decided without looking at those there are.</summary>
internal static class AccountRules
{
    public static IReadOnlyList<string> Cultures { get; } = ["fr-FR", "en-GB"];

    private static readonly string[] MembersRoles = [Roles.Supervisor, Roles.PracticeStaff];

    /// <summary>Roles that see the practices they are members of.</summary>
    public static bool IsMembers(IEnumerable<string> roles) => roles.Any(MembersRoles.Contains);

    public static bool IsOfPractices(IEnumerable<string> roles) => roles.Any(Roles.OfPractices.Contains);

    public static AccountRefused? FaultOfEmail(string email) =>
        email.Length > AccountProblems.LongestEmail || !MailAddress.TryCreate(email.Trim(), out var address) || address.Address != email.Trim()
            ? new(AccountFault.WrongEmail, email)
            : null;

    public static AccountRefused? FaultOf(Person person)
    {
        if (string.IsNullOrWhiteSpace(person.Name) || person.Name.Trim().Length > AccountProblems.LongestName)
            return new(AccountFault.WrongName, person.Name);
        if (person.Roles.Count == 0)
            return new(AccountFault.NoRole);
        if (person.Roles.FirstOrDefault(r => !Roles.All.Contains(r)) is { } unknown)
            return new(AccountFault.UnknownRole, unknown);
        if (person.Practices.Count > 0 && !IsOfPractices(person.Roles))
            return new(AccountFault.OverseesEvery, string.Join(", ", person.Roles));
        if (person.Languages.FirstOrDefault(l => l.Length != 2 || !l.All(char.IsAsciiLetterLower)) is { } language)
            return new(AccountFault.WrongLanguage, language);
        if (person.Roles.Contains(Roles.Agent) && person.Languages.Count == 0)
            return new(AccountFault.NoLanguage);
        return Cultures.Contains(person.Culture) ? null : new(AccountFault.WrongCulture, person.Culture);
    }

    /// <summary>The password itself is not repeated.</summary>
    public static AccountRefused? FaultOfPassword(string password) => password.Length switch
    {
        < AccountProblems.ShortestPassword => new(AccountFault.ShortPassword),
        > AccountProblems.LongestPassword => new(AccountFault.LongPassword),
        _ => null,
    };

    public static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4).Select(word => char.ToUpperInvariant(word[0])));
}
