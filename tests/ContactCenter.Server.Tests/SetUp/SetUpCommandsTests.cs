using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Practices;
using ContactCenter.Server.SetUp;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.SetUp;

/// <summary>An empty installation is made usable by commands alone.</summary>
internal sealed class SetUpCommandsTests
{
    private const string Password = "correct horse battery";
    private TestHost _host = null!;

    [SetUp]
    public void Open() => _host = new TestHost();

    [TearDown]
    public async Task Close() => await _host.DisposeAsync();

    [Test]
    public async Task A_practice_its_agent_and_its_staff_can_begin_to_work()
    {
        Assert.That(await Practice("canal"), Is.EqualTo((0, "Cabinet canal is there, at +33180000009. Its dialogue is read from ivr-scripts/canal, its rules from protocols/canal.")));
        Assert.That((await Person("jeanne@canal.example", Roles.Agent, "canal")).Exit, Is.Zero);
        Assert.That((await Person("accueil@canal.example", Roles.PracticeStaff, "canal")).Exit, Is.Zero);
        foreach (var email in new[] { "jeanne@canal.example", "accueil@canal.example" })
            Assert.That((await SignIn(email, Password)).Practices.Select(p => p.Slug), Is.EqualTo(["canal"]));
        var agent = await _host.Store.Read((db, token) => db.Set<AgentProfile>().SingleAsync(token), default);
        Assert.That((agent.Initials, string.Join(',', agent.Languages)), Is.EqualTo(("JV", "fr")));
        Assert.That((await Run(SetUpCommands.AddLine, "", "--practice", "canal", "--number", "+33180000010", "--label", "Urgences")).Exit, Is.Zero);
        Assert.That(await _host.Store.Read((db, token) => db.Set<PhoneLine>().CountAsync(token), default), Is.EqualTo(2));
    }

    [Test]
    public async Task A_practice_is_given_and_taken_and_the_session_goes_on()
    {
        await Practice("canal");
        await Person("jeanne@canal.example", Roles.Agent, "canal");
        await Practice("lilas", "+33180000011");
        using var client = _host.CreateClient();
        await Open(client, "jeanne@canal.example", Password);
        Assert.That((await Run(SetUpCommands.Assign, "", "--email", "jeanne@canal.example", "--practice", "lilas", "--own")).Exit, Is.Zero);
        Assert.That((await client.GetFromJsonAsync<SessionView>("/api/session"))!.Practices.Select(p => p.Slug), Is.EquivalentTo(["canal", "lilas"]));
        Assert.That((await Run(SetUpCommands.Assign, "", "--email", "jeanne@canal.example", "--practice", "canal", "--remove")).Exit, Is.Zero);
        Assert.That((await client.GetFromJsonAsync<SessionView>("/api/session"))!.Practices.Select(p => p.Slug), Is.EqualTo(["lilas"]));
    }

    [Test]
    public async Task Another_password_ends_the_sessions_and_a_shut_account_has_none_that_fits()
    {
        await Practice("canal");
        await Person("jeanne@canal.example", Roles.Agent, "canal");
        using var client = _host.CreateClient();
        await Open(client, "jeanne@canal.example", Password);
        Assert.That((await Run(SetUpCommands.SetPassword, "another good one\n", "--email", "Jeanne@canal.example")).Exit, Is.Zero);
        Assert.That((await client.GetAsync("/api/session")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        await SignIn("jeanne@canal.example", "another good one");
        Assert.That((await Run(SetUpCommands.Close, "", "--email", "jeanne@canal.example")).Exit, Is.Zero);
        Assert.That(await Open(client, "jeanne@canal.example", "another good one"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await _host.Store.Read((db, token) => db.Set<AgentProfile>().CountAsync(a => a.IsActive, token), default), Is.Zero);
    }

    [Test]
    public async Task A_shut_account_is_opened_again_and_given_its_practices_anew()
    {
        await Practice("canal");
        await Person("jeanne@canal.example", Roles.Agent, "canal");
        await Run(SetUpCommands.Close, "", "--email", "jeanne@canal.example");
        foreach (var answer in new[]
        {
            await Run(SetUpCommands.Close, "", "--email", "jeanne@canal.example"),
            await Run(SetUpCommands.SetPassword, $"{Password}\n", "--email", "jeanne@canal.example"),
            await Run(SetUpCommands.Assign, "", "--email", "jeanne@canal.example", "--practice", "canal"),
        })
            Assert.That(answer, Is.EqualTo((1, "jeanne@canal.example is shut: open it again with open-account.")));
        Assert.That(
            await Run(SetUpCommands.Reopen, "another good one\n", "--email", "jeanne@canal.example"),
            Is.EqualTo((0, "jeanne@canal.example is open again; give it its practices with assign-account.")));
        Assert.That((await SignIn("jeanne@canal.example", "another good one")).Practices, Is.Empty);
        Assert.That((await Run(SetUpCommands.Assign, "", "--email", "jeanne@canal.example", "--practice", "canal")).Exit, Is.Zero);
        Assert.That((await SignIn("jeanne@canal.example", "another good one")).Practices, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_last_administrator_is_not_shut()
    {
        await Run(SetUpCommands.AddAccount, $"{Password}\n", "--email", "alice@canal.example", "--name", "Alice", "--role", Roles.Administrator);
        Assert.That(await Run(SetUpCommands.Close, "", "--email", "alice@canal.example"), Is.EqualTo((1, "alice@canal.example is the last administrator: add another one first.")));
        await Run(SetUpCommands.AddAccount, $"{Password}\n", "--email", "berthe@canal.example", "--name", "Berthe", "--role", Roles.Administrator);
        Assert.That((await Run(SetUpCommands.Close, "", "--email", "alice@canal.example")).Exit, Is.Zero);
    }

    [Test]
    public async Task What_cannot_be_is_refused_in_one_sentence_and_nothing_is_written()
    {
        await Practice("canal");
        await Person("jeanne@canal.example", Roles.Agent, "canal");
        foreach (var (answer, sentence) in new[]
        {
            (await Practice("canal"), "There is a practice 'canal' already."),
            (await Practice("roses"), "+33180000009 leads to a practice already."),
            (await Practice("Les Roses", "+33180000012"), "'Les Roses' cannot be a slug: write lower-case letters, digits and single hyphens, 64 at most."),
            (await Practice("roses", "0180000012"), "'0180000012' is no telephone number: write it with + and its country, such as +33180000001."),
            (await Practice("roses", "+33180000012", "--zone", "Paris"), "'Paris' is no time zone: write an IANA name such as Europe/Paris or Indian/Reunion."),
            (await Person("jeanne@canal.example", Roles.Agent, "canal"), "There is an account for jeanne@canal.example already."),
            (await Person("jeanne", Roles.Agent, "canal"), "'jeanne' is no mail address."),
            (await Person("marc@canal.example", "Doctor", "canal"), $"'Doctor' is no role: write one of {string.Join(", ", Roles.All)}."),
            (await Person("marc@canal.example", Roles.Agent, "roses"), "There is no practice 'roses'."),
            (await Person("marc@canal.example", Roles.Billing, "canal"), "Billing oversees every practice: leave --practice out, or name another role as well."),
            (await Run(SetUpCommands.SetPassword, "short\n", "--email", "jeanne@canal.example"), "The password on the standard input needs 10 characters at least."),
            (await Run(SetUpCommands.Close, "", "--email", "marc@canal.example"), "There is no account for marc@canal.example."),
            (await Run(SetUpCommands.Reopen, $"{Password}\n", "--email", "jeanne@canal.example"), "jeanne@canal.example is open already: set-password gives it another password."),
        })
            Assert.That(answer, Is.EqualTo((1, sentence)));
        Assert.That(await _host.Store.Read(async (db, token) => (await db.Set<Practice>().CountAsync(token), await db.Users.CountAsync(token)), default), Is.EqualTo((1, 1)));
        Assert.That((await Run(SetUpCommands.AddPractice, "", "--slug", "roses")).Exit, Is.EqualTo(2));
    }

    private Task<(int Exit, string Said)> Practice(string slug, string line = "+33180000009", params string[] more) => Run(
        SetUpCommands.AddPractice, "", ["--slug", slug, "--name", $"Cabinet {slug}", "--line", line, "--answer-fr", "Bonjour", "--answer-en", "Good morning", .. more]);

    private Task<(int Exit, string Said)> Person(string email, string role, string practice) =>
        Run(SetUpCommands.AddAccount, $"{Password}\n", "--email", email, "--name", "Jeanne Vidal", "--role", role, "--practice", practice);

    private async Task<(int Exit, string Said)> Run(string command, string input, params string[] args)
    {
        using var said = new StringWriter();
        var exit = await SetUpCommands.Run(command, args, _host.Services, new CommandTerminal(new StringReader(input), said, said));
        return (exit, said.ToString().TrimEnd());
    }

    private async Task<SessionView> SignIn(string email, string password)
    {
        using var client = _host.CreateClient();
        Assert.That(await Open(client, email, password), Is.EqualTo(HttpStatusCode.OK));
        return (await client.GetFromJsonAsync<SessionView>("/api/session"))!;
    }

    private static async Task<HttpStatusCode> Open(HttpClient client, string email, string password) =>
        (await client.PostAsJsonAsync("/api/session", new { email, password })).StatusCode;
}
