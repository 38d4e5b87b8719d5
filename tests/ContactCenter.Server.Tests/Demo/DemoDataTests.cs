using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Demo;

internal sealed class DemoDataTests
{
    [Test]
    public async Task The_demonstration_is_seeded_once_and_can_be_used()
    {
        await using var first = new TestHost(web => web.UseSetting("Demo:Seed", "true")) { KeepsData = true };
        _ = first.Server;
        await first.DisposeAsync();
        await using var again = first.OnSameData();
        Assert.That(await again.Store.Read((db, token) => db.Set<Patient>().CountAsync(token), default), Is.EqualTo(DemoPatients.All.Count));
        foreach (var person in DemoPeople.All)
        {
            using var client = again.CreateClient();
            var session = await client.PostAsJsonAsync("/api/session", new SignIn(person.Email, DemoPeople.Password));
            Assert.That((await session.Content.ReadFromJsonAsync<SessionView>())!.Practices, Has.Count.EqualTo(1), person.Email);
        }
        Directory.Delete(first.Folder, recursive: true);
    }

    [TestCase("lefevre camille", 2)]
    [TestCase("goff", 1)]
    [TestCase("nguessan", 1)]
    [TestCase("bensalah", 1)]
    [TestCase("foerster", 1)]
    [TestCase("levy", 1)]
    [TestCase("kovalchyk", 0)]
    public async Task People_are_found_as_one_would_ask_for_them(string asked, int found)
    {
        await using var host = new TestHost(web => web.UseSetting("Demo:Seed", "true"));
        using var claire = host.CreateClient();
        await claire.PostAsJsonAsync("/api/session", new SignIn("claire@demo.contactcenter.local", DemoPeople.Password));
        var answer = await claire.PostAsJsonAsync($"/api/practices/{DemoPractice.Id}/patients/search", new FindPatients(asked));
        Assert.That((await answer.Content.ReadFromJsonAsync<FoundPatients>(TestJson.Options))!.Patients, Has.Count.EqualTo(found));
    }

    [Test]
    public async Task Without_the_setting_nothing_is_seeded()
    {
        await using var host = new TestHost();
        Assert.That(await host.Store.Read((db, token) => db.Users.AnyAsync(token), default), Is.False);
    }
}
