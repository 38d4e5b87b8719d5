using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Booking.Rulebook;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Who reads and changes the rules of a practice, and what the others see of them: nothing.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class RulebookRightsTests(DatabaseEngine engine)
{
    private BookingHouse _house = null!;
    private BookingClient _staff = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open(engine);
        _staff = await _house.Staff();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Agents_do_not_read_or_change_the_rules_and_why_is_sealed()
    {
        var (claire, rules) = (await _house.Takes(), await _staff.Rules());
        foreach (var path in new[] { "rules", "rules/history", $"rules/history/{rules.Hash}" })
            Assert.That((await claire.Http.GetAsync($"{claire.Root}/{path}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await claire.Put(new PutRules(rules.Text, rules.Hash, "essai"))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        await BookingClient.Read<RulesTaken>(await _staff.Put(new PutRules(RulebookHouse.Next(rules.Text), rules.Hash, "opération du genou")));
        var box = await _house.Store.Read((db, token) => db.Set<RuleChange>().Select(c => c.Box).SingleAsync(token), default);
        Assert.That(System.Text.Encoding.UTF8.GetString(box), Does.Not.Contain("genou"));
    }

    [Test]
    public async Task The_neighbour_reads_nothing_of_it_under_any_hash()
    {
        var rules = await _staff.Rules();
        var neighbour = await _house.Node.AddPractice("cabinet-voisin");
        var theirs = new BookingClient(await _house.Node.SignedIn(await _house.Node.AddUser("voisin", Roles.PracticeStaff, neighbour)), neighbour, null);
        Assert.That((await theirs.Http.GetAsync($"{_staff.Root}/rules")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await theirs.Http.GetAsync($"{theirs.Root}/rules/history/{rules.Hash}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (theirs with { Practice = _house.Practice }).Put(new PutRules(rules.Text + "\n", rules.Hash, "essai"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _staff.Rules()).Hash, Is.EqualTo(rules.Hash));
    }
}
