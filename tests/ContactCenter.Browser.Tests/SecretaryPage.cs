using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>What a secretary does at her console, by keyboard alone.</summary>
internal sealed class SecretaryPage(IPage page)
{
    public IPage Page => page;

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Presses the key of a field. What she types before the field has the focus would be lost.</summary>
    public async Task GoesTo(string field, string key)
    {
        await Press(key);
        await Assertions.Expect(page.Locator(field)).ToBeFocusedAsync(new LocatorAssertionsToBeFocusedOptions { Timeout = 30_000 });
    }

    public Task Sees(string selector) => page.Locator(selector).First.WaitForAsync();

    public Task Reads(string text) => page.GetByText(text).First.WaitForAsync();

    /// <summary>Waits for the server's word on what she is: <c>Available</c>, <c>OnCall</c>, <c>WrapUp</c>…</summary>
    public Task Is(string presence) => Sees($".desk[data-presence={presence}]");

    public async Task GetsReady()
    {
        await Sees(".ready-panel");
        await Press("F2");
        await Is("Available");
    }

    public async Task Answers()
    {
        await Sees("section.offer");
        await Press("F4");
        await Sees(".call.phase-talking");
    }

    /// <summary>Finds the protocol by the caller's words and starts it.</summary>
    public async Task Triages(string words)
    {
        await GoesTo("#words", "Alt+t");
        await Type(words);
        await Sees(".triage .row.marked");
        await Press("Enter");
        await Sees(".asking");
    }

    /// <summary>Answers no to every question that is left.</summary>
    public async Task DeniesAll()
    {
        for (var question = 1; await page.Locator(".asking").CountAsync() > 0; question++)
        {
            Assert.That(question, NUnit.Framework.Is.LessThan(40), "a protocol ends");
            var ask = await page.Locator(".ask").InnerTextAsync();
            await Press("n");
            await page.WaitForFunctionAsync("before => document.querySelector('.ask')?.innerText !== before", ask);
        }
        await Sees(".reached");
    }

    /// <summary>Looks for slots by the words for a reason.</summary>
    public async Task LooksForSlots(string reason)
    {
        await GoesTo("#reason", "Alt+r");
        await Type(reason);
        await page.Locator("#reason-list .marked").WaitForAsync();
        await Press("Enter");
        await page.Locator("input[name=slot]").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    public async Task ChoosesPatient(string words, string name)
    {
        await GoesTo("#patient-search", "Alt+p");
        await Type(words);
        await page.Locator("#patient-rows .marked").Filter(new LocatorFilterOptions { HasText = name }).WaitForAsync();
        await Press("Enter");
        await Sees(".patient-head");
    }

    /// <summary>Searches by the words for a reason, takes the first slot and books it; returns the sentence that says it is done.</summary>
    public async Task<string> Books(string reason)
    {
        await LooksForSlots(reason);
        await Press("Enter");
        await Sees(".slot-confirm .held");
        await Press("Control+Enter");
        await Sees(".booking-result");
        return await page.Locator(".booking-result").InnerTextAsync();
    }

    public async Task WrapsUp(string notes)
    {
        await Sees(".wrap-up.is-wrapping");
        await GoesTo("#notes", "Alt+n");
        await Type(notes);
        await Press("Alt+c");
        await Press("Space");
        await Press("Control+Enter");
        await Is("Available");
    }
}
