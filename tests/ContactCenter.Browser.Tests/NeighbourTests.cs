using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>
/// An appointment at a neighbouring practice, by keyboard. The demonstration has one neighbour only (<see cref="TwoPracticesTests"/>): what several would
/// answer stands in for them here; the server's part is proved over HTTP by <c>NeighbourSlotsTests</c>, <c>NeighbourIsolationTests</c> and <c>NeighbourBookingTests</c>.
/// </summary>
[TestFixtureSource(typeof(Languages), nameof(Languages.Told))]
[CancelAfter(300_000)]
internal sealed class NeighbourTests(string language) : BrowserTest
{
    private const string Parc = "0198c0de-0001-7000-8000-0000000000aa";
    private const string There = $"**/api/practices/{Parc}";

    private readonly List<string> _faults = [];

    private SecretaryPage _claire = null!;

    [Test]
    public async Task Nearest_first_held_entered_and_booked_elsewhere()
    {
        await Speak();
        _claire = await SignIn();
        await StandInForNeighbours();
        await _claire.GetsReady();
        var caller = await OpenPhones();
        await caller.WantsAppointment();
        await _claire.Page.BringToFrontAsync();
        await _claire.Answers();
        await _claire.ChoosesPatient("lefevre camille", "LEFÈVRE Camille");
        await _claire.LooksForSlots("vaccin");

        await _claire.Press("Alt+v");
        await _claire.Sees(".neighbours li");
        Assert.That(await Page.Locator(".neighbour-far").AllInnerTextsAsync(), Is.EqualTo(language == "fr"
            ? ["à 850 m", "à 1,2 km", "distance inconnue"] : new[] { "850 m away", "1.2 km away", "distance unknown" }));
        await Check("list");

        await Page.WaitForFunctionAsync("() => document.activeElement?.matches('.neighbours .slot input')");
        await _claire.Press("Enter");
        await _claire.Sees(".slot-confirm .held");
        await Assertions.Expect(Page.Locator(".slot-confirm .button.primary")).ToBeInViewportAsync();
        await Check("held");
        await _claire.Press("Control+Enter");
        await _claire.Sees("dialog form");
        await Check("enter");
        await _claire.Press("Enter");
        await Page.Locator(".slot-confirm").GetByText("LEFÈVRE Camille").WaitForAsync();
        await _claire.Press("Control+Enter");
        await _claire.Sees(".elsewhere-result");
        Assert.That(await Page.Locator(".elsewhere-result").InnerTextAsync(), Does.Contain("Cabinet du Parc").And.Contain("1 place du Parc, 75019 Paris"));
        await Assertions.Expect(Page.Locator(".elsewhere-result p").Last).ToBeInViewportAsync();
        await Check("booked");
        Assert.That(_faults, Is.Empty);
    }

    private async Task Speak()
    {
        var start = await NewPage();
        await start.GotoAsync(House.Console);
        await start.Locator("input[type=email]").WaitForAsync();
        await start.Locator($"button[lang={language}]").ClickAsync();
        await start.Locator($"html[lang={language}] input[type=email]").WaitForAsync();
        await start.CloseAsync();
    }

    private async Task StandInForNeighbours()
    {
        await Page.RouteAsync("**/search-terms", async route =>
        {
            var answer = await route.FetchAsync();
            var terms = JsonNode.Parse(await answer.TextAsync())!;
            terms["hasNeighbours"] = true;
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = terms.ToJsonString() });
        });
        await Answer("**/slots/neighbours?*", new
        {
            practices = new object[]
            {
                Neighbour(Parc, "Cabinet du Parc", "Cabinet du Parc", "1 place du Parc, 75019 Paris", 860, [Slot(11, 10), Slot(11, 25), Slot(14, 0)]),
                Neighbour($"{Guid.NewGuid()}", "Maison de santé de la Gare", "Site nord", "3 rue de la Gare, 75019 Paris", 1_228, [Slot(10, 40), Slot(16, 5)]),
                Neighbour($"{Guid.NewGuid()}", "Cabinet des Tilleuls", null, null, null, []),
            },
            leftOut = 2,
        });
        await Answer($"{There}/holds", new { holdId = Guid.NewGuid(), practitionerId = "dr-roy", start = At(11, 10), end = At(11, 20), expiresAt = At(10, 30) });
        await Answer($"{There}/patients", new
        {
            patientId = Guid.NewGuid(), version = 1, familyName = "Lefèvre", givenNames = "Camille", phones = Array.Empty<string>(), flags = Array.Empty<string>(),
        });
        await Answer($"{There}/appointments", new
        {
            appointmentId = Guid.NewGuid(), version = 1, practitionerId = "dr-roy", practitionerName = "Dr Anne Roy", patientId = Guid.NewGuid(), patientName = "LEFÈVRE Camille",
            visitReasonId = "vaccin", visitReasonLabel = "Vaccin", start = At(11, 10), end = At(11, 20), state = "Booked", certainty = "Confirmed",
            preparation = new[] { "Apporter le vaccin" },
        });
    }

    private async Task Answer(string address, object body) => await Page.RouteAsync(
        address, route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = JsonSerializer.Serialize(body) }));

    private static object Neighbour(string id, string name, string? place, string? address, int? metres, object[] slots) => new
    {
        practiceId = id, name, visitReasonId = slots.Length > 0 ? "vaccin" : null, visitReason = slots.Length > 0 ? "Vaccin" : null, place, address, metres, slots,
        whyNone = slots.Length > 0 ? null : "Rien de libre ici sur cette période.",
    };

    private static object Slot(int hour, int minute) =>
        new { practitionerId = "dr-roy", practitionerName = "Dr Anne Roy", start = At(hour, minute), end = At(hour, minute).AddMinutes(10), lane = 0 };

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 23, hour, minute, 0, TimeSpan.FromHours(1));

    private IPage Page => _claire.Page;

    private async Task Check(string state)
    {
        await Page.WaitForTimeoutAsync(300);
        await Picture(Page, $"neighbours-{state}-{language}");
        _faults.AddRange(await PageCheck.Faults(Page, state));
    }
}
