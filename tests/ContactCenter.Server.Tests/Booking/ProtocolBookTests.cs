using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>The printable book says what is in force, to those whom it concerns, and what a practice writes stays text.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class ProtocolBookTests(DatabaseEngine engine)
{
    private BookingHouse _house = null!;

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task The_book_says_all_the_rules_with_their_version_and_date()
    {
        var page = await Read(await Open());
        var sections = page.Descendants("section").ToDictionary(s => s.Attribute("id")!.Value, s => s.Value);
        Assert.That(sections.Keys, Is.EqualTo(["hours", "openings", "reasons", "who", "limits", "exceptions", "escalation"]));
        Assert.Multiple(() =>
        {
            Assert.That(page.Root!.Attribute("lang")!.Value, Is.EqualTo("fr"));
            Assert.That(page.Descendants("header").Single().Value, Does.Match("cabinet-des-lilas@1#[0-9a-f]{16}").And.Contain("23 novembre 2026 à 09:00"));
            Assert.That(page.Descendants("style").Single().Value, Does.Match("@bottom-left \\{ content: \"cabinet-des-lilas@1#[0-9a-f]{16}\"").And.Contain("2026-11-23"));
            Assert.That(sections["openings"], Does.Contain("semaines paires").And.Contain("S’ouvre la veille à 18:00 : Certificat médical, Renouvellement d’ordonnance."));
            Assert.That(sections["reasons"], Does.Contain("Dr Hélène Martin : 15 min, nouveau patient 30 min").And.Contain("Dr Karim Benali (moins de 2 mois) : 40 min"));
            Assert.That(sections["who"], Does.Contain("Au moins 21 jours après Renouvellement d’ordonnance ; sinon possible avec un motif écrit."));
            Assert.That(sections["limits"], Does.Contain("6 par jour").And.Contain("Doublon d’urgence du Dr Martin"));
            Assert.That(sections["exceptions"], Does.Contain("du 28 décembre 2026 au 2 janvier 2027").And.Contain("congés du Dr Benali"));
            Assert.That(sections["escalation"], Does.Contain("15").And.Contain("112"));
        });
    }

    [Test]
    public async Task Every_visit_reason_of_the_rules_stands_in_the_book()
    {
        var claire = await Open();
        var labels = (await Read(claire)).Descendants("section").Single(s => s.Attribute("id")!.Value == "reasons").Descendants("strong").Select(s => s.Value);
        var reasons = await claire.Get<List<Contracts.Booking.VisitReasonView>>("visit-reasons");
        Assert.That(labels, Is.EquivalentTo(reasons.Select(r => r.Label)));
    }

    [Test]
    public async Task Who_reads_English_gets_it_in_English()
    {
        var page = await Read(await Open(), "?language=en");
        Assert.That(page.Root!.Attribute("lang")!.Value, Is.EqualTo("en"));
        Assert.That(page.Root.Value, Does.Contain("Protocol book").And.Contain("Opens the day before at 18:00").And.Contain("possible with a written reason").And.Contain("Monday"));
        Assert.That(page.Root.Value, Does.Not.Contain("semaines").And.Not.Contain("sinon").And.Not.Contain("Donné par").And.Not.Contain(" : "));
    }

    [Test]
    public async Task What_a_practice_wrote_stays_text()
    {
        const string Hostile = "</style></td><script>alert(1)</script>\" &amp; <b>";
        var claire = await Open(b => b.Replace("why: congés de fin d’année", $"why: '{Hostile}'", StringComparison.Ordinal));
        using var answer = await claire.Http.GetAsync($"{claire.Root}/protocol-book");
        var html = await answer.Content.ReadAsStringAsync();
        var page = Parsed(html);
        Assert.That(page.Descendants("td").Select(t => t.Value), Does.Contain(Hostile));
        Assert.That(page.Descendants("script"), Is.Empty);
        Assert.That(html, Does.Not.Contain("<script"));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Descendants("style").Single().Value)));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Contain($"style-src 'sha256-{hash}'"));
    }

    [Test]
    public async Task What_is_over_is_not_printed()
    {
        var claire = await Open();
        _house.Time.SetUtcNow(new DateTimeOffset(2027, 1, 3, 9, 0, 0, TimeSpan.Zero));
        var exceptions = (await Read(await _house.Staff())).Descendants("section").Single(s => s.Attribute("id")!.Value == "exceptions").Value;
        Assert.That(exceptions, Does.Not.Contain("congés de fin d’année").And.Contain("congés du Dr Benali"));
        Assert.That(claire.Call, Is.Not.Null);
    }

    [Test]
    public async Task Doctors_own_numbers_are_not_printed()
    {
        var page = await Read(await Open());
        Assert.That(page.Root!.Value, Does.Not.Match(@"\+33"));
    }

    [TestCase(Roles.PracticeStaff, true, HttpStatusCode.OK)]
    [TestCase(Roles.Supervisor, true, HttpStatusCode.OK)]
    [TestCase(Roles.Agent, true, HttpStatusCode.OK)]
    [TestCase(Roles.Agent, false, HttpStatusCode.NotFound)]
    [TestCase(Roles.PracticeStaff, false, HttpStatusCode.NotFound)]
    [TestCase(Roles.Billing, true, HttpStatusCode.Forbidden)]
    public async Task It_is_shown_to_those_whom_it_concerns(string role, bool ofThePractice, HttpStatusCode expected)
    {
        var claire = await Open();
        var somebody = ofThePractice ? await _house.Node.AddUser("somebody", role, _house.Practice) : await _house.Node.AddUser("somebody", role, await _house.Node.AddPractice("autre-cabinet"));
        using var answer = await (await _house.Node.SignedIn(somebody)).GetAsync($"{claire.Root}/protocol-book");
        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }

    private async Task<BookingClient> Open(Func<string, string>? rules = null)
    {
        var shipped = await File.ReadAllTextAsync(Path.Combine(Server.Scripts.ScriptFolder.Find(AppContext.BaseDirectory)!, BookingHouse.File));
        var written = rules?.Invoke(shipped);
        Assert.That(written, Is.Not.EqualTo(shipped), "The rules to be changed are not there.");
        _house = await BookingHouse.Open(engine, written);
        return await _house.Takes();
    }

    private static async Task<XDocument> Read(BookingClient client, string query = "")
    {
        using var answer = await client.Http.GetAsync($"{client.Root}/protocol-book{query}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType, Is.EqualTo(new MediaTypeHeaderValue("text/html", "utf-8")));
        return Parsed(await answer.Content.ReadAsStringAsync());
    }

    private static XDocument Parsed(string html)
    {
        Assert.That(html, Does.StartWith("<!DOCTYPE html>\n"));
        return XDocument.Parse(html["<!DOCTYPE html>".Length..].Trim());
    }
}
