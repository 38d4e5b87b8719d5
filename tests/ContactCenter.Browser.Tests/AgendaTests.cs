using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>The agenda by practitioner, room and place, by day, week and month; by keyboard and by mouse; as the secretary and as the practice sees it.</summary>
[CancelAfter(300_000)]
internal sealed class AgendaTests : BrowserTest
{
    private readonly List<string> _faults = [];

    private SecretaryPage _claire = null!;

    private IPage Page => _claire.Page;

    [Test]
    public async Task The_agenda_is_read_walked_and_moved_in_and_the_practice_reads_its_own()
    {
        _claire = await SignIn();
        await _claire.Sees(".agenda-sheet .block-appointment");
        await Check(Page, "agenda-day");
        await LooksFromAllSides();
        await LooksFurther();
        await WalksByKeyboard();
        await MovesByMouse();
        await ThePracticeReadsItsOwn();
        Assert.That(_faults, Is.Empty);
    }

    private async Task LooksFromAllSides()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Salles" }).ClickAsync();
        await Page.Locator(".agenda-column-head").GetByText("Salle de soins").WaitForAsync();
        Assert.That(await Page.Locator(".block-who").First.InnerTextAsync(), Does.Contain("Martin"));
        await Check(Page, "agenda-rooms");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Lieux" }).ClickAsync();
        await Page.Locator(".agenda-column-head").GetByText("Cabinet des Lilas").WaitForAsync();
        await Picture(Page, "agenda-places");
        await Page.ReloadAsync();
        await Page.Locator(".agenda-column-head").GetByText("Cabinet des Lilas").WaitForAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Praticiens" }).ClickAsync();
    }

    private async Task LooksFurther()
    {
        await Page.Locator(".agenda-span button").Nth(1).ClickAsync();
        await _claire.Sees(".is-week .block-reason");
        await Check(Page, "agenda-week");
        await Page.Locator(".agenda-span button").Nth(2).ClickAsync();
        await _claire.Sees(".month-day .month-free");
        await Check(Page, "agenda-month");
        await _claire.Press("Alt+g");
        await _claire.Press("ArrowDown");
        await Page.Locator("#month-2026-11-30:focus").WaitForAsync();
        await _claire.Press("ArrowRight");
        await Page.Locator("#month-2026-12-01:focus").WaitForAsync();
        await _claire.Press("Enter");
        await Page.Locator(".agenda-sheet:focus").WaitForAsync();
        await _claire.Reads("mardi 1 décembre");
        await _claire.Press("Home");
        await _claire.Reads("lundi 23 novembre");
    }

    private async Task WalksByKeyboard()
    {
        await _claire.Press("Alt+g");
        await _claire.Press("ArrowDown");
        var first = await Focused();
        await _claire.Press("ArrowDown");
        var below = await Focused();
        await _claire.Press("ArrowLeft");
        var beside = await Focused();
        Assert.That((first[..9], below[..9], beside[..9]), Is.EqualTo(("agenda-1-", "agenda-1-", "agenda-0-")));
        Assert.That(first, Is.Not.EqualTo(below));
        await Picture(Page, "agenda-keys");
        await _claire.Press("Enter");
        await _claire.Sees("dialog[open]");
        Assert.That(await Page.Locator("dialog").InnerTextAsync(), Does.Contain("Pris le"));
        await Check(Page, "agenda-appointment");
        await _claire.Press("Escape");
        await Page.Locator($"#{beside}:focus").WaitForAsync();
        await _claire.Press("Escape");
        await Page.Locator(".agenda-sheet:focus").WaitForAsync();
    }

    private async Task MovesByMouse()
    {
        await _claire.GetsReady();
        var caller = await OpenPhones();
        await caller.WantsAppointment();
        await Page.BringToFrontAsync();
        await _claire.Answers();
        await Page.Locator("[data-column='0'] [data-move]").First.WaitForAsync();
        await Drag("16:45", 15, 0);
        await _claire.Sees(".finder-moving");
        await _claire.Sees(".slot-confirm .held");
        await _claire.Sees(".block-leaving");
        await Check(Page, "agenda-dragged");
        await _claire.Press("Control+Enter");
        await _claire.Sees(".booking-result");
        await Drag("16:15", 0, 1);
        await Page.Locator(".finder > .form-error").GetByText("ne propose pas ce motif").WaitForAsync();
        Assert.That(await Page.Locator(".block-chosen").CountAsync(), Is.Zero);
        await Picture(Page, "agenda-refused");
        PageErrors.RemoveAll(e => e.Contains("422"));
        await _claire.Press("Escape");
        await Page.Locator(".finder-moving").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>The first doctor's appointment of that time, by so many minutes, to a column.</summary>
    private async Task Drag(string time, int minutes, int column)
    {
        var block = Page.Locator("[data-column='0'] [data-move]").Filter(new LocatorFilterOptions { HasText = time });
        await block.ScrollIntoViewIfNeededAsync();
        var box = (await block.BoundingBoxAsync())!;
        var target = (await Page.Locator($"[data-column='{column}']").BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + 40, box.Y + 5);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + 44, box.Y + 12);
        await Page.Mouse.MoveAsync(target.X + 60, box.Y + 5 + (minutes * 1.5f), new MouseMoveOptions { Steps = 4 });
        await Page.Locator(".block-ghost").WaitForAsync();
        await Picture(Page, $"agenda-dragging-{column}");
        await Page.Mouse.UpAsync();
    }

    private async Task ThePracticeReadsItsOwn()
    {
        var office = (await SignInElsewhere("cabinet")).Page;
        await office.GetByRole(AriaRole.Link, new() { Name = "Agenda", Exact = true }).ClickAsync();
        await office.Locator(".agenda-sheet .block-appointment").First.WaitForAsync();
        await Check(office, "agenda-office");
        await AndSeesWhatIsMoved(office);
        await office.Locator(".agenda-sheet button.block-face").First.ClickAsync();
        await office.Locator("dialog[open]").WaitForAsync();
        Assert.That(await office.Locator("dialog").InnerTextAsync(), Does.Contain("Pris le").And.Not.Contain("Déplacer"));
        await Check(office, "agenda-office-appointment");
        await office.Keyboard.PressAsync("Escape");
        await office.Locator("dialog").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await office.Locator(".agenda-span button").Nth(2).ClickAsync();
        await office.Locator(".month-day .month-free").First.WaitForAsync();
        await Picture(office, "agenda-office-month");
        await office.GetByRole(AriaRole.Link, new() { Name = "Agenda tel qu’il était" }).ClickAsync();
        await office.Locator(".then-form button[type=submit]").ClickAsync();
        await office.Locator(".then-banner").GetByText("Rien ne peut y être changé").WaitForAsync();
        await Check(office, "agenda-then");
    }

    /// <summary>By itself: nobody asks for it on that page.</summary>
    private async Task AndSeesWhatIsMoved(IPage office)
    {
        var inColumn = office.Locator("[data-column='0'] .block-face");
        var moved = inColumn.Filter(new LocatorFilterOptions { HasText = "17:00" });
        await moved.WaitForAsync();
        await Page.BringToFrontAsync();
        await Drag("17:00", -15, 0);
        await _claire.Sees(".slot-confirm .held");
        await _claire.Press("Control+Enter");
        await inColumn.Filter(new LocatorFilterOptions { HasText = "16:45" }).WaitForAsync();
        await moved.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await office.BringToFrontAsync();
    }

    private async Task<string> Focused()
    {
        await Page.Locator(".agenda-sheet button:focus").WaitForAsync();
        await Page.WaitForTimeoutAsync(100);
        return await Page.EvaluateAsync<string>("() => document.activeElement.id");
    }

    private async Task Check(IPage page, string state)
    {
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await Picture(page, state);
        _faults.AddRange(await PageCheck.Faults(page, state));
    }
}
