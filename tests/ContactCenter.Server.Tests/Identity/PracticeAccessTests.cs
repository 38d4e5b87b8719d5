using System.Security.Claims;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Identity;

/// <summary>Who sees a practice is asked in two ways: for one address, and within a query. Both say the same.</summary>
internal sealed class PracticeAccessTests
{
    [Test]
    public async Task One_address_and_a_query_over_all_practices_let_the_same_people_in()
    {
        await using var host = new TestHost();
        PracticeId[] practices = [await host.AddPractice("lilas"), await host.AddPractice("canal")];
        var access = host.Services.GetRequiredService<PracticeAccess>();
        List<bool> seen = [];
        foreach (var role in new[] { Roles.Agent, Roles.PracticeStaff, Roles.Supervisor, Roles.Billing, Roles.Administrator })
        {
            foreach (var hers in new PracticeId[][] { [], [practices[0]], [practices[1]], practices })
            {
                var account = await host.AddUser($"{role}{seen.Count}", role, hers);
                var user = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Role, role)], "test"));
                foreach (var practice in practices)
                {
                    var included = await access.Includes(user, practice, default);
                    Assert.That(included, Is.EqualTo(await host.Store.Read((db, token) => PracticeAccess.Assigned(db, user).AnyAsync(p => p.Id == practice, token), default)));
                    Assert.That(included, Is.EqualTo(hers.Contains(practice)), $"{role}");
                    seen.Add(included);
                }
            }
        }

        Assert.That(seen, Does.Contain(true).And.Contain(false));
    }
}
