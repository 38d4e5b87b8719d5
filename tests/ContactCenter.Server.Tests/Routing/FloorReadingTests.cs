using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Routing;
using NodaTime;
using Presence = ContactCenter.Domain.Routing.Presence;

namespace ContactCenter.Server.Tests.Routing;

/// <summary>What a reading of the floor knows of the one before: who looks otherwise to colleagues, and whether teams are the same people.</summary>
internal sealed class FloorReadingTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);
    private static readonly PracticeId Lilas = new(Guid.CreateVersion7());
    private static readonly PracticeId Pasteur = new(Guid.CreateVersion7());

    private readonly AgentId _claire = new(Guid.CreateVersion7());
    private readonly AgentId _nadia = new(Guid.CreateVersion7());

    private static FloorAgent Agent(AgentId id, Presence presence = Presence.Available, int heard = 0, params PracticeId[] practices) => new(
        new AgentProfile { Id = id, Initials = "AG" }, "Agent", new AgentPresence { AgentId = id, Presence = presence, Since = Noon, LastHeard = Noon.Plus(Duration.FromSeconds(heard)) },
        practices.DefaultIfEmpty(Lilas).ToDictionary(p => p, p => new AgentPractice { AgentId = id, PracticeId = p }));

    private static long ChangedIn(FloorReading reading, AgentId agent) => reading.Agents[agent].ChangedIn;

    [Test]
    public void Who_looks_as_before_keeps_the_number_of_the_reading_in_which_she_began_to()
    {
        var first = FloorReading.After(null, [Agent(_claire), Agent(_nadia)], []);
        var second = FloorReading.After(first, [Agent(_claire, Presence.OnCall), Agent(_nadia, heard: 2)], []);
        var third = FloorReading.After(second, [Agent(_claire, Presence.OnCall), Agent(_nadia, heard: 4)], []);
        Assert.Multiple(() =>
        {
            Assert.That((third.Number, ChangedIn(third, _claire), ChangedIn(third, _nadia)), Is.EqualTo((3, 2, 1)), "to be heard of changes nothing that is seen");
            Assert.That(third.TeamsChangedIn, Is.EqualTo(1));
        });
    }

    [Test]
    public void Teams_are_others_when_somebody_comes_goes_or_answers_for_another_practice()
    {
        var first = FloorReading.After(null, [Agent(_claire)], []);
        var comes = FloorReading.After(first, [Agent(_claire), Agent(_nadia)], []);
        var moves = FloorReading.After(comes, [Agent(_claire), Agent(_nadia, practices: Pasteur)], []);
        var helps = FloorReading.After(moves, [Agent(_claire), Agent(_nadia, practices: [Pasteur, Lilas])], []);
        var goes = FloorReading.After(helps, [Agent(_claire)], []);
        var same = FloorReading.After(goes, [Agent(_claire)], []);
        Assert.That(new[] { first, comes, moves, helps, goes, same }.Select(r => r.TeamsChangedIn), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 5 }));
    }
}
