using ContactCenter.Domain.Booking;

namespace ContactCenter.Domain.Tests.Booking;

public sealed class NeighbourReasonsTests
{
    [Test]
    public void The_reason_of_the_same_name_is_taken_whatever_its_words() =>
        Assert.That(Match("vaccination"), Is.EqualTo(("vaccination", "roy")));

    [Test]
    public void Otherwise_the_one_with_most_words_in_common_written_with_accents_or_without() =>
        Assert.That(Match("consultation"), Is.EqualTo(("visite", "roy")), "suivi shares one word, visite two");

    [Test]
    public void The_same_name_under_another_specialty_is_another_thing() =>
        Assert.That(Match("consultation").Reason, Is.Not.EqualTo("consultation"), "that one is the dermatologist's");

    [Test]
    public void Nobody_of_the_specialty_means_no_such_reason()
    {
        Assert.That(Match("enfant"), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(Match("vaccination", by: "benali"), Is.EqualTo(((string?)null, (string?)null)), "she was asked for the children's doctor");
    }

    [Test]
    public void A_remote_consultation_does_not_stand_in_for_one_at_the_practice() =>
        Assert.That(Match("consultation", Named("video", "suivi")).Reason, Is.EqualTo("suivi"), "video shares three words");

    [Test]
    public void Only_the_reasons_that_are_shared_count() =>
        Assert.That(Match("vaccination", Named("visite")), Is.EqualTo(((string?)null, (string?)null)));

    private static ReasonSet Named(params string[] names) => ReasonSet.Of(names.Select(n => new VisitReasonId(n)));

    private static (string? Reason, string? Practitioners) Match(string asked, ReasonSet? among = null, string? by = null)
    {
        var reason = NeighbourBooks.Called.Reasons[new VisitReasonId(asked)];
        var who = by is null ? reason.Durations.Practitioners : [new PractitionerId(by)];
        var found = NeighbourReasons.Match(reason, who.Select(p => NeighbourBooks.Called.Practitioners[p]), among ?? ReasonSet.All, NeighbourBooks.Neighbour());
        return (found?.Reason.Id.Value, found is null ? null : string.Join(',', found.Practitioners));
    }
}
