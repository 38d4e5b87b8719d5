using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Tests.Scenarios;

internal sealed class ConsoleSessionTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task A_console_whose_session_has_run_out_does_nothing_more()
    {
        var time = new SkippingTime();
        await using var floor = await Floor.Open(time);
        var claire = await floor.SignIn("claire");
        Assert.That((await claire.Accept(Guid.NewGuid())).Outcome, Is.EqualTo(Contracts.Consoles.CommandOutcome.NotFound), "within twelve hours");
        time.Skipped = TimeSpan.FromHours(12) + TimeSpan.FromMinutes(1);
        Assert.That(async () => await claire.Accept(Guid.NewGuid()), Throws.InstanceOf<HubException>().Or.InstanceOf<InvalidOperationException>().Or.InstanceOf<OperationCanceledException>());
    }

    private sealed class SkippingTime : TimeProvider
    {
        private readonly TimeSpan _by = Floor.OpenHours - System.GetUtcNow();

        public TimeSpan Skipped { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _by + Skipped;
    }
}
