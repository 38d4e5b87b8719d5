using System.Globalization;
using ContactCenter.AgentConsole.Link;
using ContactCenter.AgentConsole.Messages;
using ContactCenter.AgentConsole.Phone;
using ContactCenter.AgentConsole.Triage;
using ContactCenter.Contracts.Consoles;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>Brings the desk to life once somebody is signed in, and lays it to rest.</summary>
internal sealed class DeskSession(IServiceProvider provider, HubLink link, BrowserDesk browser, Softphone phone, Desk desk, DeskActions actions)
{
    private bool started;

    public async Task Start()
    {
        if (started)
            return;
        started = true;
        provider.GetRequiredService<RingWatch>();
        provider.GetRequiredService<LineWatch>();
        provider.GetRequiredService<NotesKeeper>();
        provider.GetRequiredService<MessageDraft>();
        provider.GetRequiredService<TriageDesk>();
        // The line to the server opens while the browser fetches the softphone: after a reload the caller waits for both.
        browser.Beat += link.Beat;
        await Task.WhenAll(browser.Start(), phone.Load(), link.Start(CultureInfo.CurrentUICulture.Name));
        await StartPhoneAfterReload();
    }

    /// <summary>After a reload the server still counts on her: the softphone comes back by itself where the browser lets it.</summary>
    private async Task StartPhoneAfterReload()
    {
        if (desk.State.View?.Presence.Presence is null or Presence.Offline)
            return;
        if (await phone.MayStartUnasked())
            await phone.Start();
        else
            desk.Apply(new PhoneChanged(p => p with { Trouble = PhoneTrouble.NeedsClick }));
    }

    /// <summary>The one click that the browser wanted: registers, and joins the call if there is one.</summary>
    public async Task AfterClick()
    {
        desk.Apply(new PhoneChanged(p => p with { Trouble = null }));
        if (await phone.Start(listen: desk.State.LegToJoin is null) && desk.State.LegToJoin is { } leg)
            await phone.JoinAfterClick(leg);
    }

    public async Task End()
    {
        await actions.SignOff();
        await phone.Stop();
        await browser.DropDrafts();
        await link.DisposeAsync();
    }
}
