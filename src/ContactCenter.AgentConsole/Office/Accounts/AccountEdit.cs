using ContactCenter.AgentConsole.Office.Agreements;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Administration;

namespace ContactCenter.AgentConsole.Office.Accounts;

/// <summary>An account as it stands in the form.</summary>
public sealed class AccountEdit
{
    public AccountEdit()
    {
    }

    internal AccountEdit(AccountView account)
    {
        (Name, Roles, Culture) = (account.Name, account.Roles, account.Culture);
        // An account that becomes an agent's begins with the usual language.
        Languages = account.Languages.Count > 0 ? account.Languages : Languages;
        foreach (var practice in account.Practices)
            Practices[practice.PracticeId] = practice.IsOwn;
    }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>The practices given, and whether she is their own secretary.</summary>
    public Dictionary<Guid, bool> Practices { get; } = [];

    public IReadOnlyList<string> Languages { get; set; } = ["fr"];

    public string Culture { get; set; } = "fr-FR";

    public bool IsAgent => Roles.Contains(Contracts.Identity.Roles.Agent);

    public bool IsOfPractices => AccountText.IsOfPractices(Roles);

    /// <summary>What was ticked for a role that was taken back is kept in the form and not sent.</summary>
    internal AccountForm Form => new(
        Name.Trim(), Roles, IsOfPractices ? [.. Practices.Select(p => new GivenPractice(p.Key, IsAgent && p.Value))] : [], IsAgent ? Languages : [], Culture);

    /// <summary>What the server would refuse as well, said without asking it.</summary>
    internal FieldFaults Check(bool withEmail) => AccountFault.Of(Wrong(withEmail));

    private IEnumerable<(string Field, string Sentence)> Wrong(bool withEmail)
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return ("name", Say.With(AccountWords.WrongName, AccountProblems.LongestName));
        if (withEmail && string.IsNullOrWhiteSpace(Email))
            yield return ("email", AccountWords.WrongEmail);
        if (Roles.Count == 0)
            yield return ("roles", AccountWords.WrongRoles);
        if (IsAgent && Languages.Count == 0)
            yield return ("languages", AccountWords.WrongLanguages);
    }
}
