using ContactCenter.Server.Consoles;
using NodaTime;
using NodaTime.Testing;

namespace ContactCenter.Server.Tests.Consoles;

internal sealed class ViewRevisionsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);

    [Test]
    public void A_server_whose_clock_lags_goes_on_where_the_other_one_stopped()
    {
        var (ahead, behind) = (new ViewRevisions(new FakeClock(Noon + Duration.FromSeconds(30))), new ViewRevisions(new FakeClock(Noon)));
        var shown = ahead.Next();
        Assert.That(behind.Next(), Is.LessThan(shown));
        behind.FollowUpon(shown);
        Assert.That(behind.Next(), Is.GreaterThan(shown));
    }

    [Test]
    public void A_number_from_nowhere_is_not_followed()
    {
        var revisions = new ViewRevisions(new FakeClock(Noon));
        revisions.FollowUpon(long.MaxValue);
        Assert.That(revisions.Next(), Is.LessThan((Noon + Duration.FromSeconds(1)).ToUnixTimeMilliseconds() * 1_000));
    }
}
