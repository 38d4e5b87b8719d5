using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Benchmarks;

/// <summary>Agents of the demonstration's practice, as many as a benchmark wants.</summary>
internal static class BenchFloor
{
    public const string Password = "Bench-Password-9";

    /// <summary>Creates the accounts and returns their addresses. One password hash serves all: hashing is not what is measured.</summary>
    public static async Task<IReadOnlyList<string>> Staff(WebApplication server, int agents)
    {
        var (store, accounts) = (server.Services.GetRequiredService<Store>(), server.Services.GetRequiredService<Accounts>());
        var emails = Enumerable.Range(0, agents).Select(i => $"agent{i}@bench.example").ToList();
        var first = accounts.Prepare(new NewAccount(emails[0], "Agent 0", "fr-FR", Password, [Roles.Agent]));
        await store.Write(
            async (db, token) =>
            {
                foreach (var email in emails)
                {
                    var account = new UserAccount
                    {
                        Id = Guid.CreateVersion7(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(),
                        EmailConfirmed = true, DisplayName = email.Split('@')[0], Culture = "fr-FR", SecurityStamp = Guid.NewGuid().ToString("N"), PasswordHash = first.PasswordHash,
                    };
                    await Accounts.Add(db, account, [Roles.Agent], token);
                    var id = new AgentId(account.Id);
                    db.Add(new AgentProfile { Id = id, Initials = "BE", Languages = ["fr"] });
                    db.Add(new AgentPractice { AgentId = id, PracticeId = DemoPractice.Id, IsOwn = true, Familiarity = 1 });
                }
            },
            default);
        return emails;
    }
}
