namespace ContactCenter.Contracts.Administration;

/// <summary>Values of <c>code</c> when a change of accounts is refused. Those of one field name it in <c>field</c>.</summary>
public static class AccountProblems
{
    /// <summary>422.</summary>
    public const string WrongEmail = "wrong-email";

    /// <summary>409: the address has an account.</summary>
    public const string EmailTaken = "email-taken";

    /// <summary>422: 1 to 100 characters.</summary>
    public const string WrongName = "wrong-name";

    /// <summary>422: none, or one that does not exist.</summary>
    public const string WrongRoles = "wrong-roles";

    /// <summary>422: one that does not exist, or roles that oversee every practice.</summary>
    public const string WrongPractices = "wrong-practices";

    /// <summary>422: an agent answers in one at least.</summary>
    public const string WrongLanguages = "wrong-languages";

    /// <summary>422.</summary>
    public const string WrongCulture = "wrong-culture";

    /// <summary>422: 10 to 256 characters.</summary>
    public const string WrongPassword = "wrong-password";

    /// <summary>409: somebody changed the account meanwhile; <c>current</c> is what is now.</summary>
    public const string Outdated = "account-outdated";

    /// <summary>409: an administrator closes herself.</summary>
    public const string Yourself = "own-account";

    /// <summary>409: an administrator takes her own role.</summary>
    public const string OwnRole = "own-role";

    /// <summary>409: nobody could make accounts afterwards.</summary>
    public const string LastAdministrator = "last-administrator";

    /// <summary>409: it is closed; <c>reopen</c> comes first.</summary>
    public const string Closed = "account-closed";

    /// <summary>409: it is open.</summary>
    public const string NotClosed = "account-not-closed";

    public const string CurrentField = "current";

    public const int LongestName = 100;
    public const int LongestEmail = 256;
    public const int ShortestPassword = 10;
    public const int LongestPassword = 256;
}
