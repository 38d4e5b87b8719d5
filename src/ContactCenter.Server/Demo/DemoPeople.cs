using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Demo;

/// <summary>Who signs in to the demonstration, all with one password that the page prints.</summary>
internal static class DemoPeople
{
    public const string Password = "Demo-2026!";

    public static IReadOnlyList<NewAccount> All { get; } =
    [
        Person(1, "claire", "Claire Fontaine", Roles.Agent),
        Person(2, "nadia", "Nadia Hamidi", Roles.Agent),
        Person(3, "sophie", "Sophie Marchand", Roles.Supervisor),
        Person(4, "cabinet", "Secrétariat des Lilas", Roles.PracticeStaff),
        Person(5, "compta", "Paul Renard", Roles.Billing),
        Person(6, "admin", "Alice Dumas", Roles.Administrator),
    ];

    /// <summary>Who signs in for the <see cref="DemoNeighbour"/>.</summary>
    public static NewAccount Canal { get; } = Person(7, "canal", "Secrétariat du Canal", Roles.PracticeStaff);

    /// <summary>Those who answer calls.</summary>
    public static IReadOnlyList<AgentId> Agents { get; } = [.. All.Where(p => p.Roles.Contains(Roles.Agent)).Select(p => new AgentId(p.Id!.Value))];

    private static NewAccount Person(int number, string name, string displayName, string role) => new(
        $"{name}@demo.contactcenter.local", displayName, "fr-FR", Password, [role], Guid.Parse($"0198c0de-0003-7000-8000-00000000000{number}"));
}
