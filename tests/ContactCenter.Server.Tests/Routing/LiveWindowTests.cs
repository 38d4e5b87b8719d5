using ContactCenter.Server.Routing;
using NodaTime;

namespace ContactCenter.Server.Tests.Routing;

internal sealed class LiveWindowTests
{
    [Test]
    public void Silence_counts_only_while_somebody_listened_without_a_pause()
    {
        var clock = new HandClock();
        var live = new LiveWindow(clock);
        live.Tick();
        for (var second = 0; second < 12; second++)
            Pass(1);
        Assert.That(live.Length, Is.EqualTo(Duration.FromSeconds(12)));
        Pass(15);
        Assert.That(live.Length, Is.EqualTo(Duration.Zero), "the process stood still, or its database did");
        Pass(2);
        Assert.That(live.Length, Is.EqualTo(Duration.FromSeconds(2)));
        live.Break();
        Assert.That(live.Length, Is.EqualTo(Duration.Zero), "what was heard could not be written down");

        void Pass(int seconds)
        {
            clock.Now += Duration.FromSeconds(seconds);
            live.Tick();
        }
    }

    private sealed class HandClock : IClock
    {
        public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 23, 9, 0);

        public Instant GetCurrentInstant() => Now;
    }
}
