using System.Collections.Immutable;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>
/// All that the screen shows of calls and presence. It changes only through <see cref="Reduce"/>, which is pure, so that any
/// order of pushes, replies and reconnections gives the same screen.
/// </summary>
internal sealed record ScreenState
{
    public static ScreenState Empty { get; } = new();

    /// <summary>The view with the greatest revision seen so far; null until the first answer of the server.</summary>
    public AgentView? View { get; init; }

    /// <summary>The view that the shown team came with.</summary>
    public long TeamRevision { get; init; }

    /// <summary>How far the server's clock is ahead of this machine's.</summary>
    public TimeSpan ClockOffset { get; init; }

    public LinkState Link { get; init; } = LinkState.Connecting;

    public PhoneState Phone { get; init; } = new();

    /// <summary>What she typed, by call; kept until the server has it.</summary>
    public ImmutableDictionary<Guid, NotesDraft> Drafts { get; init; } = ImmutableDictionary<Guid, NotesDraft>.Empty;

    /// <summary>Commands sent and not yet answered.</summary>
    public ImmutableHashSet<DeskCommand> Pending { get; init; } = [];

    public Notice? Notice { get; init; }

    /// <summary>The leg she must be on and is not trying already.</summary>
    public IReadOnlyDictionary<string, string>? LegToJoin =>
        View?.Call?.Join is { } join && LegKey.Of(join) != Phone.TriedLeg ? join : null;

    public NotesDraft? DraftOf(Guid callId) => Drafts.GetValueOrDefault(callId);

    public ScreenState Reduce(ScreenEvent happened) => happened switch
    {
        ViewArrived e => WithView(e.View, e.ReceivedAt),
        LinkChanged e => this with { Link = e.Link },
        PhoneChanged e => this with { Phone = e.Change(Phone) },
        CommandSent e => this with { Pending = Pending.Add(e.Command), Notice = null },
        CommandAnswered e => this with { Pending = Pending.Remove(e.Command), Notice = Notice.From(e.Reply) ?? Notice },
        CommandUnanswered e => this with { Pending = Pending.Remove(e.Command), Notice = Notice.Unanswered },
        NotesTyped e => WithDraft(e.CallId, d => d with { Text = e.Text, Edit = d.Edit + 1 }),
        WishTyped e => WithDraft(e.CallId, d => d with { Wish = e.Text, Edit = d.Edit + 1 }),
        DispositionChosen e => WithDraft(e.CallId, d => d with { Disposition = e.Code, Edit = d.Edit + 1 }),
        DraftRestored e => this with { Drafts = Drafts.SetItem(e.CallId, e.Draft) },
        NotesSaved e => WithSavedNotes(e.CallId, e.Edit),
        NoticeRaised e => this with { Notice = e.Notice },
        NoticeClosed => this with { Notice = null },
        _ => throw new InvalidOperationException(happened.GetType().Name),
    };

    private ScreenState WithView(AgentView view, DateTimeOffset receivedAt)
    {
        var teamIsNews = (view.Team ?? view.TeamChanges) is not null && view.Revision > TeamRevision;
        var (team, teamRevision) = teamIsNews ? (TeamOf(view), view.Revision) : (View?.Team, TeamRevision);
        if (View is { } shown && view.Revision <= shown.Revision)
            return teamIsNews ? this with { View = shown with { Team = team }, TeamRevision = teamRevision } : this;
        return this with
        {
            View = view with { Team = team, TeamChanges = null },
            TeamRevision = teamRevision,
            ClockOffset = view.ServerTime - receivedAt,
            Drafts = DraftsFor(view.Call),
        };
    }

    // Who is there first, then by name.
    private List<TeamMemberView> TeamOf(AgentView view)
    {
        var changed = view.Team ?? view.TeamChanges!;
        var kept = view.Team is null ? View?.Team?.ExceptBy(changed.Select(m => m.AgentId), m => m.AgentId) ?? [] : [];
        return [.. kept.Concat(changed).OrderBy(m => m.Presence == Presence.Offline).ThenBy(m => m.Name, StringComparer.CurrentCulture).ThenBy(m => m.AgentId)];
    }

    /// <summary>
    /// The server's notes fill an empty page once; from then on what she types leads, since a push may have been made
    /// before her last words were saved. Drafts of calls that left the screen stay until they are saved.
    /// </summary>
    private ImmutableDictionary<Guid, NotesDraft> DraftsFor(CallView? call)
    {
        var kept = Drafts.RemoveRange(Drafts.Where(d => d.Key != call?.CallId && !d.Value.IsUnsaved).Select(d => d.Key));
        return call is null || kept.ContainsKey(call.CallId)
            ? kept
            : kept.Add(call.CallId, new NotesDraft(call.Notes ?? "", call.Disposition, Edit: 0, SavedEdit: 0));
    }

    private ScreenState WithDraft(Guid callId, Func<NotesDraft, NotesDraft> change) =>
        Drafts.TryGetValue(callId, out var draft) ? this with { Drafts = Drafts.SetItem(callId, change(draft)) } : this;

    private ScreenState WithSavedNotes(Guid callId, int edit)
    {
        if (!Drafts.TryGetValue(callId, out var draft))
            return this;
        var saved = draft with { SavedEdit = Math.Max(draft.SavedEdit, edit) };
        return this with
        {
            Drafts = saved.IsUnsaved || View?.Call?.CallId == callId ? Drafts.SetItem(callId, saved) : Drafts.Remove(callId),
        };
    }
}
