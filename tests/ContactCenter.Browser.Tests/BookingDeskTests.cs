using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>What a secretary does beside the plain booking: wishes, the question why, a series on a case, a move, a cancellation, the patient's file.</summary>
[TestFixtureSource(typeof(Languages), nameof(Languages.Told))]
[CancelAfter(300_000)]
internal sealed class BookingDeskTests(string language) : BrowserTest
{
    private readonly List<string> _faults = [];

    private SecretaryPage _claire = null!;

    [Test]
    public async Task A_wish_a_question_a_series_a_move_a_cancellation_and_a_patient_in_one_call()
    {
        await Speak();
        _claire = await SignIn();
        await _claire.GetsReady();
        var caller = await OpenPhones();
        await caller.WantsAppointment();
        await _claire.Page.BringToFrontAsync();
        await _claire.Answers();
        await _claire.ChoosesPatient("lefevre camille", "LEFÈVRE Camille");

        await EditsThePatient();
        await OpensACase();
        await SearchesWithAWish();
        await AsksWhyNot();
        await BooksASeriesOnTheCase();
        await MovesTheFirst();
        await CancelsTheNext();
        Assert.That(_faults, Is.Empty);
    }

    /// <summary>In English the choice is kept by the browser before anybody signs in.</summary>
    private async Task Speak()
    {
        var start = await NewPage();
        await start.GotoAsync(House.Console);
        await start.Locator("input[type=email]").WaitForAsync();
        await start.Locator($"button[lang={language}]").ClickAsync();
        await start.Locator($"html[lang={language}] input[type=email]").WaitForAsync();
        await start.CloseAsync();
    }

    private async Task EditsThePatient()
    {
        await _claire.Press("Alt+i");
        await _claire.Sees(".modal.wide");
        await Check("patient-edit");
        await Page.Locator(".modal .whole input").First.FillAsync("allergie pénicilline");
        await Page.Locator(".modal .flags input").Last.CheckAsync();
        await Page.Locator(".modal .button.primary").ClickAsync();
        await Page.Locator(".patient .note.warn").Filter(new LocatorFilterOptions { HasText = "allergie pénicilline" }).WaitForAsync();
    }

    private async Task OpensACase()
    {
        await Page.Locator(".cases-head button").ClickAsync();
        await Page.Locator(".modal .whole input").First.FillAsync("Vaccins avant voyage");
        await Page.Locator(".modal input[type=number]").First.FillAsync("4");
        await Page.Locator(".modal select").SelectOptionAsync("vaccination");
        await Check("case");
        await Page.Locator(".modal .button.primary").ClickAsync();
        await Page.Locator(".patient .appointment-face").Filter(new LocatorFilterOptions { HasText = "Vaccins avant voyage" }).WaitForAsync();
    }

    private async Task SearchesWithAWish()
    {
        await _claire.GoesTo("#reason", "Alt+r");
        await _claire.Type("vaccin");
        await _claire.Sees("#reason-list .marked");
        await _claire.Press("Enter");
        await Slots();
        await _claire.GoesTo("#wishes", "Alt+w");
        await _claire.Type(language == "fr" ? "mardi ou vendredi après 14h" : "tuesday or friday after 14h");
        await _claire.Press("Enter");
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.wish-day[aria-pressed=true]').length === 2");
        await Slots();
        var times = await Page.Locator(".slot .tabular").AllInnerTextsAsync();
        Assert.That(times, Is.Not.Empty.And.All.Matches<string>(t => string.CompareOrdinal(t, "14:00") >= 0));
        await Check("wishes");
    }

    private async Task AsksWhyNot()
    {
        await _claire.Press("Alt+q");
        await Page.Locator("#why-time").FillAsync("20:00");
        await _claire.Press("Enter");
        await _claire.Sees(".why-rules li");
        Assert.That(await Page.Locator(".why-rules").InnerTextAsync(), Does.Contain("Dr Hélène Martin").Or.Contain("Dr Karim Benali"));
        await Check("why");
    }

    private async Task BooksASeriesOnTheCase()
    {
        await _claire.Press("Alt+s");
        await Page.Locator("#series-sessions").FillAsync("3");
        await _claire.Press("Enter");
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.series li').length === 3");
        Assert.That(await Page.Locator(".case-picker").InnerTextAsync(), Does.Contain("Vaccins avant voyage"));
        await Check("series");
        await _claire.Press("Control+Enter");
        await _claire.Sees(".booking-result");
        await Check("series-booked");
        await Page.Locator(".patient .appointment-face").Filter(new LocatorFilterOptions { HasText = language == "fr" ? "1 séances restantes sur 4" : "1 of 4 sessions left" }).WaitForAsync();
    }

    private async Task MovesTheFirst()
    {
        await Page.Locator(".appointment-acts button").First.ClickAsync();
        await _claire.Sees(".finder-moving");
        await Slots();
        await Page.Locator(".slot").Nth(3).ClickAsync();
        await _claire.Sees(".slot-confirm .held");
        await Check("move");
        await _claire.Press("Control+Enter");
        await _claire.Sees(".booking-result");
    }

    private async Task CancelsTheNext()
    {
        await Page.Locator(".appointment-acts").First.Locator("button").Last.ClickAsync();
        await _claire.Sees(".modal .who");
        await Page.Locator(".who input").Nth(1).CheckAsync();
        await Page.Locator("#cancel-reason").FillAsync("formation du médecin");
        await Check("cancel");
        await Page.Locator(".modal .button.danger").ClickAsync();
        await Page.Locator(".patient details summary").First.ClickAsync();
        await Page.Locator(".patient details .appointment-face").First.ClickAsync();
        await Page.Locator(".modal").GetByText("formation du médecin").WaitForAsync();
        await Page.Locator(".modal details summary").ClickAsync();
        await _claire.Sees(".history li");
        await Check("appointment");
        await _claire.Press("Escape");
    }

    private IPage Page => _claire.Page;

    private Task Slots() => Page.Locator(".slot-days input[name=slot]").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    private async Task Check(string state)
    {
        await Page.WaitForTimeoutAsync(300);
        await Picture(Page, $"bookdesk-{state}-{language}");
        _faults.AddRange(await PageCheck.Faults(Page, state));
    }
}
