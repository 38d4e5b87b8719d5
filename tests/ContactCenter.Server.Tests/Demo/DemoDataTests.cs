using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Calls;
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
            Assert.That((await SignIn(again, person.Email.Split('@')[0])).Practices, Has.Count.EqualTo(1), person.Email);
        Directory.Delete(first.Folder, recursive: true);
    }

    [Test]
    public async Task Its_past_is_whole_calls_of_which_the_first_month_is_invoiced()
    {
        await using var host = new TestHost(web => web.UseSetting("Demo:Seed", "true").UseSetting("Demo:History", "true"));
        var invoiced = DemoHistory.Invoiced(host.Clock.GetCurrentInstant());
        var (calls, months, pending) = await host.Store.Read(
            async (db, token) => (
                await db.Set<CallRecord>().ToListAsync(token), await db.Set<SettledMonth>().ToListAsync(token), await db.Set<PendingEffect>().CountAsync(token)),
            default);

        Assert.That(calls.Select(c => c.State), Has.All.EqualTo(CallState.Closed));
        Assert.That(calls.Count(c => c.Outcome == CallOutcome.Answered), Is.GreaterThan(calls.Count / 2));
        Assert.That(calls, Has.Some.With.Property("Outcome").EqualTo(CallOutcome.Abandoned));
        Assert.That(months.Select(m => (m.Month, m.InvoiceNumber is null)), Is.EqualTo(new[] { (BillingMonth.Write(invoiced), false) }));
        Assert.That(pending, Is.Zero, "nobody is called back for what was long ago");
    }

    [Test]
    public async Task Its_agenda_is_full_of_booked_visits_and_the_past_ones_are_marked()
    {
        await using var host = new TestHost(web => web.UseSetting("Demo:Seed", "true").UseSetting("Demo:Agenda", "true"));
        var now = host.Clock.GetCurrentInstant();
        var (appointments, steps, absences) = await host.Store.Read(
            async (db, token) => (
                await db.Set<Appointment>().ToListAsync(token), await db.Set<Occupancy>().ToListAsync(token), await db.Set<Absence>().CountAsync(token)),
            default);

        Assert.That(appointments.GroupBy(a => a.PractitionerId.Value).ToDictionary(g => g.Key, g => g.Count()), Has.Count.EqualTo(2).And.All.Property("Value").GreaterThan(15));
        Assert.That(appointments.Where(a => a.End <= now).Select(a => a.State), Has.Some.EqualTo(AppointmentState.NoShow).And.Some.EqualTo(AppointmentState.Fulfilled).And.None.EqualTo(AppointmentState.Booked));
        Assert.That(appointments.Where(a => a.Start > now).Select(a => a.State), Is.Not.Empty.And.All.EqualTo(AppointmentState.Booked).Or.EqualTo(AppointmentState.Pending));
        Assert.That(steps.Where(s => s.AppointmentId is not null).Select(s => s.AppointmentId).Distinct().Count(), Is.EqualTo(appointments.Count), "each takes its time");
        Assert.That(absences, Is.EqualTo(1));
    }

    [Test]
    public async Task A_second_practice_has_the_same_secretaries_and_people_of_its_own()
    {
        await using var host = new TestHost(web => web.UseSetting("Demo:Seed", "true").UseSetting("Demo:Agenda", "true").UseSetting("Demo:History", "true").UseSetting("Demo:Neighbour", "true"));
        string[] both = ["Cabinet des Lilas", "Pédiatrie du Canal"];
        foreach (var (name, practices) in new[] { ("claire", both), ("nadia", both), ("sophie", both), ("cabinet", [both[0]]), ("canal", [both[1]]) })
            Assert.That((await SignIn(host, name)).Practices.Select(p => p.Name), Is.EquivalentTo(practices), name);
        var (appointments, months) = await host.Store.Read(
            async (db, token) => (
                await db.Set<Appointment>().Where(a => a.PracticeId == DemoNeighbour.Id).ToListAsync(token),
                await db.Set<SettledMonth>().Where(m => m.PracticeId == DemoNeighbour.Id).ToListAsync(token)),
            default);
        Assert.That(appointments.GroupBy(a => a.PractitionerId.Value).Select(g => g.Count()), Has.Exactly(2).Items.And.All.GreaterThan(10));
        Assert.That(months.Select(m => m.InvoiceNumber), Is.All.Not.Null.And.Exactly(1).Items);
    }

    [TestCase("lefevre camille", 2)]
    [TestCase("goff", 2)]
    [TestCase("nguessan", 2)]
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

    private static async Task<SessionView> SignIn(TestHost host, string name)
    {
        using var client = host.CreateClient();
        var session = await client.PostAsJsonAsync("/api/session", new SignIn($"{name}@demo.contactcenter.local", DemoPeople.Password));
        return (await session.Content.ReadFromJsonAsync<SessionView>())!;
    }
}
