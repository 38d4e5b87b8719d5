using Microsoft.Playwright;

namespace ContactCenter.Browser.Tests;

/// <summary>One secretary answers for two practices: each call in its practice's name and with its people, and a slot of the other one where that helps.</summary>
[CancelAfter(240_000)]
internal sealed class TwoPracticesTests : BrowserTest
{
    [Test]
    public async Task Each_number_is_answered_in_its_own_name_and_a_caller_of_one_is_booked_at_the_other()
    {
        var claire = await SignIn();
        await claire.GetsReady();
        var patient = await OpenPhones();
        Assert.That(await patient.Page.Locator("#to option").AllInnerTextsAsync(), Is.EqualTo(new[] { "Cabinet des Lilas · +33180000001", "Pédiatrie du Canal · +33180000003" }));
        await patient.Page.GetByTestId("to").SelectOptionAsync("+33180000003");
        await patient.Page.GetByTestId("from").SelectOptionAsync("+33612345651");
        await patient.WantsAppointment();
        await patient.Hears("Pédiatrie du Canal, bonjour");

        await claire.Page.BringToFrontAsync();
        await Offers(claire, "Pédiatrie du Canal", "Pédiatrie du Canal, bonjour, pour quel enfant appelez-vous ?", "MOREL Adèle");
        await claire.Answers();
        await claire.ChoosesPatient("morel adele", "MOREL Adèle");
        await claire.LooksForSlots("vaccin");
        await claire.Press("Alt+v");
        await claire.Sees(".neighbours li");
        Assert.That(await claire.Page.Locator(".neighbours strong, .neighbour-far").AllInnerTextsAsync(), Is.SupersetOf(new[] { "Cabinet des Lilas", "à 1,4 km" }));
        await claire.Page.WaitForFunctionAsync("() => document.activeElement?.matches('.neighbours .slot input')");
        await claire.Press("Enter");
        await claire.Sees(".slot-confirm .held");
        await claire.Press("Control+Enter");
        await claire.Sees("dialog form");
        await claire.Press("Enter");
        await claire.Page.Locator(".slot-confirm").GetByText("MOREL Adèle").WaitForAsync();
        await claire.Press("Control+Enter");
        await claire.Sees(".elsewhere-result");
        Assert.That(await claire.Page.Locator(".elsewhere-result").InnerTextAsync(), Does.Contain("Cabinet des Lilas").And.Contain("12 rue des Lilas, 75019 Paris"));
        await Picture(claire.Page, "two-practices-booked");
        await patient.Page.BringToFrontAsync();
        await patient.HangUp();
        await claire.Page.BringToFrontAsync();
        await claire.WrapsUp("Vaccin pris aux Lilas.");

        await patient.Page.BringToFrontAsync();
        await patient.Page.GetByTestId("to").SelectOptionAsync("+33180000001");
        await patient.Page.GetByTestId("from").SelectOptionAsync("+33612345601");
        await patient.WantsAppointment();
        await claire.Page.BringToFrontAsync();
        await Offers(claire, "Cabinet des Lilas", "Cabinet des Lilas, bonjour, que puis-je faire pour vous ?", "LEFÈVRE Camille");
    }

    private static async Task Offers(SecretaryPage claire, string practice, string phrase, string known)
    {
        // Read at one go: she has twenty seconds to answer.
        await claire.Sees("section.offer");
        var offer = await claire.Page.Locator("section.offer").InnerTextAsync();
        Assert.That(offer, Does.Contain(practice).And.Contain(phrase).And.Contain(known));
    }
}
