using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>Nobody hears of a practice for which she does not answer, nor of one that did not agree.</summary>
internal sealed class NeighbourIsolationTests
{
    private const string Name = "Cabinet des-tilleuls";
    private const string Slug = "des-tilleuls";
    private const string Address = "slots/neighbours?visitReason=consultation";

    private BookingHouse _house = null!;
    private BookingClient _claire = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await BookingHouse.Open(DatabaseEngine.Sqlite);
        _claire = await _house.Takes();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task An_agent_sees_a_neighbour_only_while_she_is_assigned_to_both()
    {
        var there = await _house.AddPractice(Slug, isAnswered: false);
        Assert.That(await Told(_claire), Does.Not.Contain(Name), "she does not answer for it");
        Assert.That((await _claire.Get<SearchTerms>("search-terms")).HasNeighbours, Is.False);
        await _house.Assign(there);
        Assert.That(await Told(_claire), Does.Contain(Name));
        Assert.That((await _claire.Get<SearchTerms>("search-terms")).HasNeighbours, Is.True);
        await _house.Withdraw(there);
        Assert.That(await Told(_claire), Does.Not.Contain(Name), "the end of an assignment counts at once");
    }

    [TestCase("neighbours: {shares: false}")]
    [TestCase("")]
    [TestCase("neighbours: {shares: [voisin-inconnu]}")]
    public async Task A_practice_that_has_not_agreed_is_never_shown(string consent)
    {
        await _house.AddPractice(Slug, text => text.Replace("neighbours: {shares: true}", consent, StringComparison.Ordinal));
        Assert.That(await Told(_claire), Does.Not.Contain(Name));
    }

    [Test]
    public async Task One_that_agreed_for_this_practice_by_name_is_shown_and_consent_does_not_run_backwards()
    {
        var there = await _house.AddPractice(Slug, text => text.Replace("shares: true", $"shares: {BookingHouse.Slug}", StringComparison.Ordinal));
        Assert.That(await Told(_claire), Does.Contain(Name));
        var third = await _house.AddPractice("tiers");
        Assert.That(await Told(_claire with { Practice = third }), Does.Not.Contain(Name), "it named us, nobody else");
        Assert.That(await Told(_claire with { Practice = there }), Does.Contain($"Cabinet {BookingHouse.Slug}"), "our own word is for all");
    }

    [TestCase(Roles.PracticeStaff, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Supervisor, HttpStatusCode.Forbidden)]
    [TestCase(Roles.Billing, HttpStatusCode.Forbidden)]
    public async Task The_practices_own_people_and_overseers_are_not_told(string role, HttpStatusCode expected)
    {
        var there = await _house.AddPractice(Slug);
        var somebody = await _house.Node.AddUser("somebody", role, _house.Practice, there);
        Assert.That(await Answered(await _house.Node.SignedIn(somebody), _house.Practice), Is.EqualTo((expected, false)));
    }

    [Test]
    public async Task An_agent_of_the_neighbour_alone_finds_nothing_here()
    {
        var there = await _house.AddPractice(Slug);
        var nadia = await _house.Node.SignedIn(await _house.Node.AddUser("nadia", Roles.Agent, there));
        Assert.That(await Answered(nadia, _house.Practice), Is.EqualTo((HttpStatusCode.NotFound, false)));
        Assert.That(await Told(new BookingClient(nadia, there, null)), Does.Not.Contain($"Cabinet {BookingHouse.Slug}"));
    }

    [Test]
    public async Task Staff_of_this_practice_who_answer_for_another_as_agents_are_no_agents_here()
    {
        var there = await _house.AddPractice(Slug);
        var both = await _house.Node.AddUser("both", Roles.Agent, there);
        await _house.Store.Write(
            (db, _) =>
            {
                db.Add(new Server.Practices.PracticeMember { UserId = both.Id, PracticeId = _house.Practice });
                return Task.CompletedTask;
            },
            default);
        Assert.That(await Answered(await _house.Node.SignedIn(both), _house.Practice), Is.EqualTo((HttpStatusCode.OK, false)));
    }

    [Test]
    public async Task No_word_about_the_patient_is_in_the_answer()
    {
        await _house.AddPractice(Slug);
        var told = await _claire.Http.GetStringAsync($"{_claire.Root}/{Address}&patient={_house.Patient}");
        Assert.That(told, Does.Contain(Name).And.Not.Contain("Durand").And.Not.Contain("DURAND").And.Not.Contain($"{_house.Patient}").And.Not.Contain("1980"));
    }

    private static async Task<string> Told(BookingClient client) =>
        string.Join('\n', (await client.Get<NeighbourSlots>(Address)).Practices.Select(p => p.Name));

    private static async Task<(HttpStatusCode, bool)> Answered(HttpClient client, PracticeId practice)
    {
        using var answer = await client.GetAsync($"/api/practices/{practice.Value}/{Address}");
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains(Name, StringComparison.Ordinal));
    }
}
