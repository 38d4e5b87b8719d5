using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>
/// WCAG 2.2 AA as far as a machine sees it, on every state of the screen; and at 1366 by 768 nothing is cut, nothing scrolls sideways, and what she
/// needs in each state is in sight and can be clicked.
/// </summary>
[TestFixtureSource(typeof(Languages), nameof(Languages.Told))]
internal sealed class AccessibilityTests(string language) : BrowserTest
{
    private static readonly string[] InCall =
        [".control", ".emergency-key", ".doubt", "#reason", "#notes", ".chip", ".wrap-up-end .button", ".agenda-nav .button"];

    private readonly List<string> _found = [];

    [Test]
    [CancelAfter(300_000)]
    public async Task Every_state_of_the_screen_is_accessible_and_whole()
    {
        await ChooseLanguage();
        var claire = await SignIn();
        await BeforeTheCall(claire);
        var patient = await OpenPhones();
        await Check(patient.Page, "phones");
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await claire.Sees("section.offer");
        await Check(claire.Page, "offer", ".offer h2", ".offer .clock", ".offer .answer-phrase", ".offer .caller-number", ".offer .instructions, .offer .muted", ".offer .button");
        await claire.Answers();
        await Check(claire.Page, "call", [.. InCall, "#words"]);
        await Dialogs(claire);
        await Triage(claire);
        await Bookings(claire);
        await Emergency(claire);
        await patient.Page.BringToFrontAsync();
        await patient.HangUp();
        await claire.Page.BringToFrontAsync();
        await claire.Sees(".wrap-up.is-wrapping");
        await Check(claire.Page, "wrap-up", "#notes", ".chip", ".wrap-up-end .button");
        Assert.That(_found, Is.Empty, string.Join('\n', _found));
    }

    private async Task ChooseLanguage()
    {
        var start = await NewPage();
        await start.GotoAsync(House.Console);
        await start.Locator("input[type=email]").WaitForAsync();
        if (language != "fr")
        {
            await start.Locator("button[lang=en]").ClickAsync();
            await start.Locator("html[lang=en] input[type=email]").WaitForAsync();
        }
        await Check(start, "sign-in", "input", "button[type=submit]");
        await start.CloseAsync();
    }

    private async Task BeforeTheCall(SecretaryPage claire)
    {
        await claire.Sees(".ready-panel");
        await Assertions.Expect(claire.Page.Locator(".ready-panel .huge")).ToContainTextAsync(language == "fr" ? "Prêt" : "Ready");
        await claire.Sees(".agenda-sheet");
        await Check(claire.Page, "idle", ".ready-panel .huge", ".presence .ready", ".agenda-nav .button", ".team-list li:first-child");
        await claire.Page.Locator(".microphone button").ClickAsync();
        await claire.Sees(".microphone meter");
        await Check(claire.Page, "microphone", ".microphone meter", ".ready-panel .huge");
        await claire.Page.Locator(".microphone button").ClickAsync();
        await claire.GetsReady();
        await Check(claire.Page, "ready", ".away-menu summary");
    }

    private async Task Dialogs(SecretaryPage claire)
    {
        await Dialog(claire, "F1", "shortcuts", "dialog .icon-button");
        await Dialog(claire, "Alt+k", "keypad", ".key", ".keypad-sent");
        await Dialog(claire, "F3", "transfer", "dialog .target", "dialog .actions .button");
        await Dialog(claire, "F8", "emergency", "dialog .actions .button", ".emergency-ask");
        await Dialog(claire, "Alt+m", "message", "dialog textarea", "dialog .actions .button");
        await claire.Press("Alt+p");
        await claire.Page.Locator(".patient .link").Last.ClickAsync();
        await claire.Sees("dialog[open]");
        await Check(claire.Page, "patient-form", "dialog input[required]", "dialog .actions .button");
        await Close(claire);
        await claire.ChoosesPatient("lefevre camille", "LEFÈVRE Camille");
        await Check(claire.Page, "patient", ".patient h2");
    }

    private async Task Dialog(SecretaryPage claire, string key, string state, params string[] needed)
    {
        await claire.Press(key);
        await claire.Sees("dialog[open]");
        await Check(claire.Page, state, needed);
        await Close(claire);
    }

    private static async Task Close(SecretaryPage claire)
    {
        await claire.Press("Escape");
        await claire.Page.Locator("dialog[open]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    private async Task Triage(SecretaryPage claire)
    {
        await claire.Triages("mon enfant a de la fièvre");
        await Check(claire.Page, "triage-question", [.. InCall, ".ask", ".replies .button", "#exact"]);
        await claire.DeniesAll();
        await Check(claire.Page, "triage-outcome", [.. InCall, ".reached-title"]);
    }

    private async Task Bookings(SecretaryPage claire)
    {
        await claire.LooksForSlots("consult");
        await Check(claire.Page, "slots", [.. InCall, "first label:has(input[name=slot])"]);
        await claire.Press("Enter");
        await claire.Sees(".slot-confirm .held");
        await Check(claire.Page, "slot-held", ".slot-confirm .button");
        await claire.Press("Control+Enter");
        await claire.Sees(".booking-result");
        await Check(claire.Page, "booked", [.. InCall, ".booking-result"]);
        await claire.Page.Locator(".appointments button:not(.appointment-face)").First.ClickAsync();
        await claire.Sees(".finder-moving");
        await Check(claire.Page, "move", ".finder-moving .link");
        await claire.Page.Locator(".finder-moving .link").ClickAsync();
        await claire.Page.Locator(".appointments button:not(.appointment-face)").Nth(1).ClickAsync();
        await claire.Sees("dialog[open]");
        await Check(claire.Page, "cancel", "dialog .actions .button", "dialog input");
        await Close(claire);
        await claire.Page.Locator(".agenda-span button").Nth(1).ClickAsync();
        await claire.Sees(".agenda-sheet.is-week");
        await Check(claire.Page, "agenda-week", ".agenda-nav .button", ".agenda .segmented button");
        await claire.Page.Locator(".agenda-sheet button.block-face").Last.ClickAsync();
        await claire.Sees("dialog[open]");
        await Check(claire.Page, "appointment", "dialog .actions .button");
        await Close(claire);
        await claire.Page.Locator(".agenda-span button").First.ClickAsync();
    }

    private async Task Emergency(SecretaryPage claire)
    {
        await claire.Press("F8");
        await claire.Sees("dialog[open]");
        await claire.Press("F8");
        await claire.Sees(".banner.danger");
        await claire.Sees(".transfer.emergency");
        await Check(claire.Page, "emergency-open", ".banner.danger", ".transfer.emergency", ".control", ".doubt", "#notes");
    }

    private async Task Check(IPage page, string state, params string[] needed)
    {
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await Picture(page, $"{state}-{await page.EvaluateAsync<string>("() => document.documentElement.lang")}");
        _found.AddRange(await PageCheck.Faults(page, state));
        _found.AddRange((await page.EvaluateAsync<string[]>(OutOfSight, needed)).Select(what => $"{state}: {what}"));
    }

    // Of a selector that begins with "first " only its first element. In sight is what lies within the window and is hit by a click in its middle; a radio is clicked on its label.
    private const string OutOfSight = """
        needed => {
          const found = [], root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) found.push('scrolls sideways');
          if (document.querySelector('.desk') && root.scrollHeight > root.clientHeight) found.push('scrolls down');
          for (const what of needed) {
            const first = what.startsWith('first '), selector = first ? what.slice(6) : what;
            const elements = [...document.querySelectorAll(selector)].filter(element => element.getClientRects().length).slice(0, first ? 1 : undefined);
            if (!elements.length) found.push(`${selector} is not there`);
            for (const element of elements) {
              const box = element.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
              const whole = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
              const hit = document.elementFromPoint(x, y);
              if (!whole || !hit || !element.contains(hit)) found.push(`${selector} is out of sight: ${element.innerText?.slice(0, 40)}`);
            }
          }
          return found;
        }
        """;
}
