using ContactCenter.Domain.Booking;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>
/// The metres were computed apart from the code, by the spherical law of cosines with sixty digits on the mean radius of 6,371,008.8 m: another
/// formula, so that both cannot be wrong in the same way.
/// </summary>
public sealed class PositionTests
{
    [TestCase(0, 0, 1, 0, 111_195, TestName = "A_degree_to_the_north")]
    [TestCase(0, 0, 0, 1, 111_195, TestName = "A_degree_along_the_equator")]
    [TestCase(60, 0, 60, 90, 4_604_546, TestName = "The_great_circle_leaves_the_parallel")]
    [TestCase(0, 0, 0, 180, 20_015_114, TestName = "The_antipodes")]
    [TestCase(90, 0, -90, 77, 20_015_114, TestName = "Pole_to_pole_whatever_the_longitude")]
    [TestCase(-21.3393, 179.9, -21.3393, -179.9, 20_714, TestName = "Across_the_date_line")]
    [TestCase(48.8566, 2.3522, 45.7640, 4.8357, 391_499, TestName = "Paris_to_Lyon")]
    [TestCase(48.8566, 2.3522, -20.8789, 55.4481, 9_364_581, TestName = "Paris_to_Saint_Denis_of_Reunion")]
    [TestCase(48.8867, 2.3917, 48.8790, 2.4080, 1_468, TestName = "From_one_quarter_to_the_next")]
    [TestCase(48.88670, 2.39170, 48.88671, 2.39170, 1, TestName = "The_next_door")]
    [TestCase(48.8867, 2.3917, 48.8867, 2.3917, 0, TestName = "The_same_door")]
    public void Metres_are_those_of_the_great_circle(double latitude, double longitude, double otherLatitude, double otherLongitude, int metres)
    {
        var (here, there) = (new Position(latitude, longitude), new Position(otherLatitude, otherLongitude));
        Assert.That((here.MetresTo(there), there.MetresTo(here)), Is.EqualTo((metres, metres)));
    }

    [Test]
    public void The_nearest_pair_of_two_lists_counts_and_an_empty_list_has_none()
    {
        Position[] ours = [new(48.8867, 2.3917), new(0, 0)];
        Position[] theirs = [new(45.7640, 4.8357), new(0, 1)];
        Assert.That(Position.Nearest(ours, theirs), Is.EqualTo(111_195));
        Assert.That((Position.Nearest([], theirs), Position.Nearest(ours, [])), Is.EqualTo(((int?)null, (int?)null)));
    }
}
