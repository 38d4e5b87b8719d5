using ContactCenter.Domain.Tests.Support;
using ContactCenter.Domain.Triage;

namespace ContactCenter.Domain.Tests.Triage;

/// <summary>The proofs of the format's rules, on every protocol that ships, and not through the compiler that checks the same.</summary>
[TestFixtureSource(nameof(Names))]
public sealed class ShippedProtocolsTests(string name)
{
    private static readonly IReadOnlyList<TriageProtocol> All = Shipped.Protocols();

    private readonly TriageProtocol _protocol = All.Single(p => p.Version.Name == name);

    public static IEnumerable<string> Names => All.Select(p => p.Version.Name);

    [Test]
    public void Severer_questions_come_first() =>
        Assert.That(_protocol.RedFlags.Select(f => f.Yes), Is.Ordered.Descending);

    [Test]
    public void The_vital_signs_are_asked_before_anything_else() =>
        Assert.That(_protocol.RedFlags.Take(5).Select(f => f.Id), Has.All.StartsWith("vital_"));

    [Test]
    public void From_every_place_the_15_and_the_doubt_exit_are_one_key_away()
    {
        foreach (var place in TriageGraph.Places(_protocol).Where(p => p.Reached != Disposition.Samu15Now))
        {
            Assert.That(TriageWalk.Raise(_protocol, place, Disposition.Samu15Now), Is.EqualTo(new TriageMoved(TriagePlace.At(Disposition.Samu15Now))));
            Assert.That(((TriageMoved)TriageWalk.Doubt(_protocol, place)).Place.Reached, Is.GreaterThanOrEqualTo(Disposition.DoctorNow));
        }
    }

    [Test]
    public void Not_to_know_a_red_flag_is_never_less_than_a_doctor_now() =>
        Assert.That(_protocol.RedFlags.Select(f => f.Unknown), Has.All.GreaterThanOrEqualTo(Disposition.DoctorNow));

    [Test]
    public void Every_path_of_answers_ends_with_a_disposition_that_has_a_plan()
    {
        var ends = Paths(TriageWalk.Start(_protocol), 0).ToList();

        Assert.That(ends, Is.Not.Empty);
        Assert.That(ends, Has.All.Matches<TriagePlace>(p => p.Reached is { } reached && _protocol.Plans.ContainsKey(reached)));
        Assert.That(ends.Select(e => e.Reached), Does.Contain(_protocol.Otherwise).And.Contain(Disposition.Samu15Now));
    }

    [Test]
    public void A_disposition_is_never_lowered_by_anything_an_agent_can_do()
    {
        foreach (var reached in Enum.GetValues<Disposition>())
        {
            var place = TriagePlace.At(reached);
            foreach (var to in Enum.GetValues<Disposition>())
            {
                var step = TriageWalk.Raise(_protocol, place, to);
                Assert.That(step is TriageMoved, Is.EqualTo(to > reached && _protocol.Plans.ContainsKey(to)));
            }

            Assert.That(((TriageMoved)TriageWalk.Doubt(_protocol, place)).Place.Reached, Is.GreaterThanOrEqualTo(reached));
            Assert.That(TriageWalk.Answer(_protocol, place, _protocol.RedFlags[0].Id, TriageAnswer.No), Is.EqualTo(new TriageRefused(TriageRefusal.NotAsked)));
        }
    }

    [Test]
    public void It_is_an_unsigned_sample_and_says_so()
    {
        Assert.That(_protocol.ProtocolStatus, Is.EqualTo(ProtocolStatus.Sample));
        Assert.That(_protocol.UseOn(new(2026, 9, 15), samplesAllowed: false), Is.EqualTo(ProtocolUse.NotSigned));
        Assert.That(_protocol.UseOn(new(2026, 9, 15), samplesAllowed: true), Is.EqualTo(ProtocolUse.Usable));
        Assert.That(_protocol.UseOn(_protocol.ReviewBefore, samplesAllowed: true), Is.EqualTo(ProtocolUse.ReviewOverdue));
    }

    /// <summary>All that can be answered, question by question; the walk has no circles, so the depth is bounded by the questions.</summary>
    private IEnumerable<TriagePlace> Paths(TriagePlace place, int depth)
    {
        if (place.Asking is not { } question)
            return [place];
        Assert.That(depth, Is.LessThan(_protocol.RedFlags.Count + _protocol.Questions.Count));
        return Enum.GetValues<TriageAnswer>().SelectMany(a => Paths(((TriageMoved)TriageWalk.Answer(_protocol, place, question, a)).Place, depth + 1));
    }
}
