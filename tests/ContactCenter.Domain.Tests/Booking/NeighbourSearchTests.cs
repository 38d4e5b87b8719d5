using ContactCenter.Domain.Booking;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>Monday 23 November 2026 is asked about, and the four weeks after it.</summary>
public sealed class NeighbourSearchTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 5, 0);
    private static readonly Position[] Here = [.. NeighbourBooks.Called.Places.Values.Select(p => p.Position!.Value)];

    [Test]
    public void Sites_stand_nearest_first_however_late_and_those_without_a_position_last_soonest_first() =>
        Assert.That(Find(NeighbourBooks.Neighbour()).Select(Shown), Is.EqualTo(
        [
            "Les Tilleuls de la gare 25 26/09:00", "Les Tilleuls du parc 1468 24/09:00", "Au moulin ? 23/09:00", "- ? 23/14:00",
        ]));

    [Test]
    public void Each_site_shows_as_many_as_were_asked_for() =>
        Assert.That(Find(NeighbourBooks.Neighbour(), most: 3).Select(s => s.Slots.Count), Is.All.EqualTo(3));

    [Test]
    public void A_site_with_nothing_free_is_left_out()
    {
        var shut = NeighbourBooks.Neighbour(text => text.Replace("{days: tuesday, ", "{days: tuesday, last: 2026-11-01, ", StringComparison.Ordinal));
        Assert.That(Find(shut).Select(s => s.Place?.Name), Has.None.EqualTo("Les Tilleuls du parc").And.Exactly(3).Items);
    }

    [Test]
    public void Only_those_practitioners_are_asked_who_were_matched() =>
        Assert.That(Find(NeighbourBooks.Neighbour()).SelectMany(s => s.Slots).Select(s => s.Practitioner.Value), Is.All.EqualTo("roy"));

    [Test]
    public void The_distance_of_a_practice_is_that_of_its_nearest_site()
    {
        Assert.That(NeighbourSearch.Distance(Here, NeighbourBooks.Neighbour()), Is.EqualTo(25));
        Assert.That(NeighbourSearch.Distance([], NeighbourBooks.Neighbour()), Is.Null);
    }

    [Test]
    public void New_patients_whom_nobody_takes_are_the_reason_why_there_is_none()
    {
        var knownOnly = NeighbourBooks.Neighbour(text => text.Replace(
            "medecine generale\n", "medecine generale\n    new_patients: {accepted: false}\n", StringComparison.Ordinal));
        Assert.That(NeighbourSearch.Refusal(Question(knownOnly), knownOnly)?.Rule, Is.EqualTo(BookingRule.NewPatients));
        Assert.That(NeighbourSearch.Refusal(Question(NeighbourBooks.Neighbour()), NeighbourBooks.Neighbour()), Is.Null);
    }

    private static string Shown(SlotsAtPlace site) =>
        $"{site.Place?.Name ?? "-"} {(site.Metres is { } metres ? $"{metres}" : "?")} {site.Slots[0].Start.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).LocalDateTime:dd'/'HH':'mm}";

    private static IReadOnlyList<SlotsAtPlace> Find(BookingBook book, int most = 4) => NeighbourSearch.Find(Question(book, most), Here, CalendarState.Empty, book);

    private static SlotQuestion Question(BookingBook book, int most = 4) => new()
    {
        Request = new BookingRequest
        {
            Reason = book.Reasons[new VisitReasonId("visite")], Channel = BookingChannel.Agent, Now = Monday, Patient = new PatientFacts { SaidToBeNew = true },
        },
        Practitioners = [new PractitionerId("roy")], Within = new Interval(Monday, Monday + Duration.FromDays(28)), Most = most,
    };
}
