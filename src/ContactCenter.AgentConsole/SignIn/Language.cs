using System.Globalization;
using ContactCenter.AgentConsole.Link;
using Microsoft.JSInterop;

namespace ContactCenter.AgentConsole.SignIn;

/// <summary>The language of this page. It changes under the running screen: nothing is loaded anew, so that a call goes on.</summary>
internal sealed class Language(IJSRuntime js, HubLink link)
{
    public event Action? Changed;

    public async Task Choose(string tag)
    {
        if (tag == CultureInfo.CurrentUICulture.Name)
            return;
        var culture = CultureInfo.GetCultureInfo(tag);
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (culture, culture);
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./js/culture.js");
        await module.InvokeVoidAsync("chooseCulture", tag);
        Changed?.Invoke();
        await link.Speak(tag);
    }
}
