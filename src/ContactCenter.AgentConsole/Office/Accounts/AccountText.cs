using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Office.Accounts;

/// <summary>Accounts in words.</summary>
internal static class AccountText
{
    private static readonly string[] KnownLanguages = ["fr", "en", "es", "de", "it", "pt", "ar"];

    public static IReadOnlyList<(string Key, string Name)> Cultures => [("fr-FR", CommonWords.French), ("en-GB", CommonWords.English)];

    public static string Role(string role) => role switch
    {
        Roles.Agent => AccountWords.Agent,
        Roles.Supervisor => AccountWords.Supervisor,
        Roles.PracticeStaff => AccountWords.PracticeStaff,
        Roles.Billing => AccountWords.Billing,
        Roles.Administrator => AccountWords.Administrator,
        _ => role,
    };

    public static string Does(string role) => role switch
    {
        Roles.Agent => AccountWords.AgentDoes,
        Roles.Supervisor => AccountWords.SupervisorDoes,
        Roles.PracticeStaff => AccountWords.PracticeStaffDoes,
        Roles.Billing => AccountWords.BillingDoes,
        Roles.Administrator => AccountWords.AdministratorDoes,
        _ => "",
    };

    /// <summary>Those that are offered, and what else this account has.</summary>
    public static IReadOnlyList<(string Key, string Name)> Languages(IEnumerable<string> held) =>
        [.. KnownLanguages.Union(held).Select(l => (l, Language(l)))];

    public static string Language(string code) => code switch
    {
        "fr" => AccountWords.French,
        "en" => AccountWords.English,
        "es" => AccountWords.Spanish,
        "de" => AccountWords.German,
        "it" => AccountWords.Italian,
        "pt" => AccountWords.Portuguese,
        "ar" => AccountWords.Arabic,
        _ => code,
    };

    public static bool IsOfPractices(IEnumerable<string> roles) => roles.Any(Roles.OfPractices.Contains);

    public static string Practices(AccountView account) => account.Practices.Count > 0 ? string.Join(", ", account.Practices.Select(Practice))
        : IsOfPractices(account.Roles) || account.State == AccountState.Closed ? AccountWords.NoPractices
        : AccountWords.EveryPractice;

    public static string Practice(AccountPractice practice) => practice.IsOwn ? $"{practice.Name} ({AccountWords.Own})" : practice.Name;

    public static string State(AccountView account) => account.State switch
    {
        AccountState.Active => AccountWords.Active,
        AccountState.LockedOut => account.LockedUntil is { } until ? Say.With(AccountWords.LockedUntil, Hour(until)) : AccountWords.LockedOut,
        AccountState.Closed => AccountWords.Closed,
    };

    public static string Tone(AccountState state) => state switch
    {
        AccountState.Active => "tag-good",
        AccountState.LockedOut => "tag-warn",
        AccountState.Closed => "tag-quiet",
    };

    public static string Hour(DateTimeOffset time) => $"{time.ToLocalTime():HH:mm}";
}
