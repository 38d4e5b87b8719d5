namespace ContactCenter.Contracts.Identity;

/// <summary>What an account may do. An account may have several.</summary>
public static class Roles
{
    /// <summary>Answers calls for the practices she is assigned to.</summary>
    public const string Agent = "Agent";

    /// <summary>Sees the team and its calls, in the practices she is a member of.</summary>
    public const string Supervisor = "Supervisor";

    /// <summary>Works in a practice: its agenda, patients, instructions and forced close.</summary>
    public const string PracticeStaff = "PracticeStaff";

    /// <summary>Usage and invoices of every practice; no patient.</summary>
    public const string Billing = "Billing";

    /// <summary>Accounts, lines and assignments of every practice; no patient.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Those that see patients, of the practices they are given; the others see every practice and no patient.</summary>
    public static IReadOnlyList<string> OfPractices { get; } = [Agent, Supervisor, PracticeStaff];

    public static IReadOnlyList<string> All { get; } = [Agent, Supervisor, PracticeStaff, Billing, Administrator];
}
