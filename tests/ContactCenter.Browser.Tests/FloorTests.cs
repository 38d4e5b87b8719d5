using Deque.AxeCore.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>A supervisor watches while patients wait and talk.</summary>
internal sealed class FloorTests : BrowserTest
{
    [Test]
    public async Task The_floor_shows_a_call_waiting_then_in_her_hands_by_itself()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var floor = (await SignInElsewhere("sophie")).Page;
        await floor.Locator("#floor-agents").WaitForAsync();
        await floor.GetByText("Personne n’attend.").WaitForAsync();

        var patient = await OpenPhones();
        await patient.WantsAppointment();
        await floor.BringToFrontAsync();
        await floor.Locator("section:has(#floor-waiting) tbody tr").WaitForAsync();
        await Picture(floor, "floor-waiting");
        Assert.That((await floor.RunAxe()).Violations.Select(v => v.Id), Is.Empty);

        await claire.Page.BringToFrontAsync();
        await claire.Answers();
        await floor.BringToFrontAsync();
        var talking = floor.Locator("section:has(#floor-calls) tbody tr");
        await talking.GetByText("En conversation").WaitForAsync();
        Assert.That(await talking.InnerTextAsync(), Does.Contain("Claire Fontaine").And.Contain("Cabinet des Lilas"));
        await Picture(floor, "floor-talking");
        Assert.That((await floor.RunAxe()).Violations.Select(v => v.Id), Is.Empty);
    }
}
