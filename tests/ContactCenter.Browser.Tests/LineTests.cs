using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>What she does with her line at the console happens on the telephone network, by its own account.</summary>
internal sealed class LineTests : BrowserTest
{
    [Test]
    public async Task Mute_keys_and_hanging_up_reach_the_line_from_the_keyboard()
    {
        var (claire, patient) = await Talking();
        await claire.Press("F7");
        await claire.Reads("l’appelant ne vous entend pas");
        await House.Happens(h => h.Any(e => e.What == "muted"), "she is muted");
        await claire.Press("F7");
        await House.Happens(h => h.Any(e => e.What == "unmuted"), "she is heard again");

        await claire.Press("Alt+k");
        await claire.Sees(".keypad");
        await claire.Press("4");
        await claire.Press("#");
        await claire.Page.Locator(".key", new PageLocatorOptions { HasText = "0" }).ClickAsync();
        var happened = await House.Happens(h => h.Count(e => e.What == "pressed") == 3, "three keys sound");
        Assert.That(string.Concat(happened.Where(e => e.What == "pressed").Select(e => e.Label)), Is.EqualTo("4#0"));
        Assert.That(await claire.Page.Locator(".keypad-sent").InnerTextAsync(), Is.EqualTo("4#0"));
        await patient.Hears("♪ touche 0");
        await claire.Press("Escape");

        await claire.Press("Shift+F4");
        await claire.Sees(".wrap-up.is-wrapping");
        var legs = (await House.Truth()).Where(e => e.What == "joined").Select(e => e.Leg).ToHashSet();
        await House.Happens(h => legs.All(leg => h.Any(e => e.What == "ended" && e.Leg == leg)), "both legs end");
        await Assertions.Expect(patient.Page.GetByTestId("patient-state")).ToHaveTextAsync("Appel terminé");
    }

    [Test]
    public async Task A_cut_line_comes_back_by_itself_while_her_leg_stays_in_the_conference()
    {
        var (claire, patient) = await Talking();
        await claire.Page.EvaluateAsync("""
            () => {
              window.seen = [];
              new MutationObserver(() => window.seen.push(document.querySelector('.call')?.innerText ?? '')).observe(document.body, { subtree: true, childList: true, characterData: true });
            }
            """);
        await House.CutLines();
        await claire.Page.WaitForFunctionAsync("() => window.seen.some(text => text.includes('se rétablit'))");
        await Assertions.Expect(claire.Page.Locator(".call [role=alert]")).ToHaveCountAsync(0);

        await claire.Press("F7");
        var happened = await House.Happens(h => h.Any(e => e.What == "muted"), "the line that came back carries what she does");
        Assert.That(happened.Where(e => e.What is "left" or "ended"), Is.Empty, "nobody left the conference meanwhile");
        Assert.That(await patient.Page.GetByTestId("heard").GetByText("elle revient").CountAsync(), Is.Zero, "the caller noticed nothing");
    }

    private async Task<(SecretaryPage Claire, PhonesPage Patient)> Talking()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var patient = await OpenPhones();
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Answers();
        await House.Happens(h => h.Any(e => e is { What: "joined", Label: ['a', 'g', 'e', 'n', 't', ..] }), "her leg joins");
        return (claire, patient);
    }
}
