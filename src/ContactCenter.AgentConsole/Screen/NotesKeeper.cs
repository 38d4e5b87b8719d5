using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>
/// Saves what she types a moment after she stops, again until the server has it, and keeps it in the tab meanwhile so that a
/// reload loses nothing.
/// </summary>
internal sealed class NotesKeeper
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    private readonly Desk desk;
    private readonly IAgentHub server;
    private readonly BrowserDesk browser;
    private bool saving;

    public NotesKeeper(Desk desk, IAgentHub server, BrowserDesk browser)
    {
        (this.desk, this.server, this.browser) = (desk, server, browser);
        desk.Changed += Follow;
    }

    private void Follow(ScreenState before)
    {
        if (ReferenceEquals(before.Drafts, desk.State.Drafts))
            return;
        foreach (var (callId, draft) in desk.State.Drafts)
            _ = Keep(callId, draft, before.DraftOf(callId));
        foreach (var callId in before.Drafts.Keys.Except(desk.State.Drafts.Keys))
            _ = browser.DropDraft(callId);
        if (!saving && desk.State.Drafts.Values.Any(d => d.IsUnsaved))
            _ = SaveUntilSaved();
    }

    private async Task Keep(Guid callId, NotesDraft draft, NotesDraft? before)
    {
        if (before is null && !draft.IsUnsaved)
        {
            if (await browser.KeptDraft(callId) is { IsUnsaved: true } kept && desk.State.DraftOf(callId) is { IsUnsaved: false })
                desk.Apply(new DraftRestored(callId, kept));
        }
        else if (draft != before)
        {
            await (draft.IsUnsaved ? browser.KeepDraft(callId, draft) : browser.DropDraft(callId));
        }
    }

    private async Task SaveUntilSaved()
    {
        saving = true;
        try
        {
            var refused = 0;
            while (desk.State.Drafts.FirstOrDefault(d => d.Value.IsUnsaved) is { Value: not null } unsaved)
            {
                await Task.Delay(Pause * Math.Pow(2, Math.Min(refused, 4)), desk.Time);
                if (desk.State.DraftOf(unsaved.Key) is { } latest && latest.Edit == unsaved.Value.Edit && desk.State.Link == LinkState.Live)
                    refused = await Save(unsaved.Key, latest) ? 0 : refused + 1;
            }
        }
        finally
        {
            saving = false;
        }
    }

    private async Task<bool> Save(Guid callId, NotesDraft draft)
    {
        try
        {
            var reply = await server.SaveNotes(new SaveNotes(callId, draft.Text, draft.Disposition, draft.Wish));
            // A call that is closed for good takes no more notes: keeping the draft would try for ever.
            if (reply.Outcome is not (CommandOutcome.Done or CommandOutcome.NotFound))
                return false;
            desk.Apply(new NotesSaved(callId, draft.Edit));
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
