using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Screen;

internal sealed class ScreenStateTests
{
    private static ScreenState After(params ScreenEvent[] events) => events.Aggregate(ScreenState.Empty, (state, e) => state.Reduce(e));

    private static ViewArrived Arrived(AgentView view) => new(view, Views.Noon);

    [Test]
    public void Greatest_revision_wins_in_any_order()
    {
        var (early, late) = (Views.Idle(revision: 4), Views.Ringing(revision: 5));
        Assert.Multiple(() =>
        {
            Assert.That(After(Arrived(early), Arrived(late)).View!.Revision, Is.EqualTo(late.Revision));
            Assert.That(After(Arrived(late), Arrived(early)).View!.Revision, Is.EqualTo(late.Revision));
        });
    }

    [Test]
    public void Repeated_view_changes_nothing()
    {
        var once = After(Arrived(Views.Ringing(revision: 5)));
        Assert.That(once.Reduce(Arrived(Views.Idle(revision: 5))), Is.SameAs(once));
    }

    [Test]
    public void Team_stays_when_a_view_does_not_name_it_and_is_taken_from_a_late_view([Values] bool lateTeam)
    {
        var team = Views.Idle(revision: 4) with { Team = [new TeamMemberView(Guid.NewGuid(), "Claire Faure", "CF", Presence.OnCall, null, Views.Noon, null)] };
        var ringing = Views.Ringing(revision: 5) with { Team = null };
        var state = lateTeam ? After(Arrived(ringing), Arrived(team)) : After(Arrived(team), Arrived(ringing));
        Assert.Multiple(() =>
        {
            Assert.That(state.View!.Offer, Is.Not.Null);
            Assert.That(state.View.Team, Is.EqualTo(team.Team));
            Assert.That(state.Reduce(Arrived(Views.Idle(revision: 3))), Is.SameAs(state), "an older team is no news");
        });
    }

    [Test]
    public void Colleagues_who_changed_take_their_place_in_the_team_she_is_shown([Values] bool late)
    {
        TeamMemberView Member(string name, Presence presence) => new(Guid.NewGuid(), name, "AA", presence, null, Views.Noon, null);
        var (anne, zoe, paul) = (Member("Anne", Presence.Available), Member("Zoé", Presence.Offline), Member("Paul", Presence.Available));
        var whole = Views.Idle(revision: 4) with { Team = [zoe, paul, anne] };
        var change = Views.Idle(revision: 5) with { Team = null, TeamChanges = [anne with { Presence = Presence.Offline }, zoe with { Presence = Presence.OnCall }] };
        var push = Views.Ringing(revision: 6) with { Team = null };
        var state = late ? After(Arrived(whole), Arrived(push), Arrived(change)) : After(Arrived(whole), Arrived(change), Arrived(push));
        Assert.Multiple(() =>
        {
            Assert.That(After(Arrived(whole)).View!.Team!.Select(m => m.Name), Is.EqualTo(new[] { "Anne", "Paul", "Zoé" }));
            Assert.That(state.View!.Offer, Is.Not.Null);
            Assert.That(state.View.Team!.Select(m => (m.Name, m.Presence)), Is.EqualTo(new[] { ("Paul", Presence.Available), ("Zoé", Presence.OnCall), ("Anne", Presence.Offline) }));
            Assert.That(state.Reduce(Arrived(change)), Is.SameAs(state), "what was said before is no news");
        });
    }

    [Test]
    public void Clock_offset_follows_the_servers_clock()
    {
        var state = After(new ViewArrived(Views.Idle(), Views.Noon.AddMinutes(3)));
        Assert.That(state.ClockOffset, Is.EqualTo(TimeSpan.FromMinutes(-3)));
    }

    [Test]
    public void Leg_is_joined_once_per_value()
    {
        var call = Views.Call() with { Join = Views.Leg("agent-1-1") };
        var state = After(Arrived(Views.OnCall(1, call)));
        Assert.That(state.LegToJoin, Is.Not.Null);

        state = state.Reduce(new PhoneChanged(p => p with { TriedLeg = LegKey.Of(call.Join) }));
        Assert.That(state.LegToJoin, Is.Null);

        state = state.Reduce(Arrived(Views.OnCall(2, call with { Join = Views.Leg("agent-1-1") })));
        Assert.That(state.LegToJoin, Is.Null, "the same value in another view is the same leg");

        state = state.Reduce(Arrived(Views.OnCall(3, call with { Join = Views.Leg("agent-1-2") })));
        Assert.That(LegKey.LabelOf(state.LegToJoin!), Is.EqualTo("agent-1-2"));
    }

    [Test]
    public void Server_fills_the_notes_once_and_typing_leads_from_then_on()
    {
        var call = Views.Call() with { Notes = "Rappeler" };
        var state = After(Arrived(Views.OnCall(1, call)), new NotesTyped(call.CallId, "Rappeler demain"), Arrived(Views.OnCall(2, call)));
        Assert.That(state.DraftOf(call.CallId)!.Text, Is.EqualTo("Rappeler demain"));
    }

    [Test]
    public void Save_of_an_older_edit_leaves_the_draft_unsaved()
    {
        var call = Views.Call();
        var state = After(Arrived(Views.OnCall(1, call)), new NotesTyped(call.CallId, "a"), new NotesTyped(call.CallId, "ab"), new NotesSaved(call.CallId, 1));
        Assert.That(state.DraftOf(call.CallId)!.IsUnsaved, Is.True);
        Assert.That(state.Reduce(new NotesSaved(call.CallId, 2)).DraftOf(call.CallId)!.IsUnsaved, Is.False);
    }

    [Test]
    public void Unsaved_notes_outlive_their_call_until_the_server_has_them()
    {
        var call = Views.Call();
        var state = After(Arrived(Views.OnCall(1, call)), new NotesTyped(call.CallId, "à garder"), Arrived(Views.Idle(2)));
        Assert.That(state.DraftOf(call.CallId)!.Text, Is.EqualTo("à garder"));
        Assert.That(state.Reduce(new NotesSaved(call.CallId, 1)).DraftOf(call.CallId), Is.Null);
    }

    [Test]
    public void Saved_notes_leave_with_their_call()
    {
        var call = Views.Call();
        var state = After(Arrived(Views.OnCall(1, call)), new NotesTyped(call.CallId, "x"), new NotesSaved(call.CallId, 1), Arrived(Views.Idle(2)));
        Assert.That(state.Drafts, Is.Empty);
    }

    [Test]
    public void Refusal_is_shown_and_the_next_command_clears_it()
    {
        var state = After(new CommandSent(DeskCommand.Accept), new CommandAnswered(DeskCommand.Accept, new CommandReply(CommandOutcome.TooLate)));
        Assert.That((state.Notice!.Kind, state.Pending.Count), Is.EqualTo((NoticeKind.TooLate, 0)));
        Assert.That(state.Reduce(new CommandSent(DeskCommand.Hold)).Notice, Is.Null);
    }

    [Test]
    public void Draft_never_writes_itself_into_a_log() =>
        Assert.That(new NotesDraft("Mme Durand, fièvre", null, 1, 0).ToString(), Does.Not.Contain("Durand"));
}
