using System.Globalization;
using ContactCenter.Contracts.Administration;

namespace ContactCenter.AgentConsole.Office.Accounts;

/// <summary>Finds an account by words of its name, address or practices, however they are accented.</summary>
internal static class AccountFilter
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>Every word of what is wanted stands somewhere.</summary>
    public static bool Fits(AccountView account, string wanted)
    {
        string[] said = [account.Name, account.Email, .. account.Practices.Select(p => p.Name), .. account.Roles.Select(AccountText.Role)];
        return wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => said.Any(one => CultureInfo.InvariantCulture.CompareInfo.IndexOf(one, word, Loosely) >= 0));
    }
}
