using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Administration;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// Two servers on one PostgreSQL with a Redis between them. The telephone network and routing are at the first, the console is at the second: what it
/// shows without asking came across.
/// </summary>
[FloorOn(DatabaseEngine.PostgreSql)]
[CancelAfter(180_000)]
internal sealed class TwoNodesTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    private PrivateRedis _redis = null!;
    private Floor _floor = null!;

    private WebApplication Second => _floor.Nodes[1];

    [SetUp]
    public async Task Open()
    {
        _redis = await PrivateRedis.Started();
        // Consoles that are told not to ask are not taken for gone.
        _floor = await Floor.Open((RedisSettings.Name, _redis.Configuration), ("Routing:Lease", "600"));
        await _floor.AddNode();
        await Second.Services.GetRequiredService<RouteCalls>().StopAsync(default);
        await Hear(true);
    }

    [TearDown]
    public async Task Close()
    {
        if (_floor is not null)
            await _floor.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
    }

    [Test]
    public async Task An_offer_decided_on_one_server_reaches_a_console_on_the_other_by_push()
    {
        var claire = await _floor.SignIn("claire", at: Second);
        claire.Beats = false;
        var patient = await _floor.PatientWantsAppointment();
        await claire.Answers();
        patient.HangUp();
        await claire.WrapsUp();
    }

    [Test]
    public async Task A_changed_agenda_a_second_console_and_the_end_of_a_session_cross()
    {
        var claire = await _floor.SignIn("claire", ready: false, at: Second);
        claire.Beats = false;
        _floor.Server.Services.GetRequiredService<AgendaSignals>().Raise(DemoPractice.Id.Value, Tuesday);
        await Floor.Eventually(() => claire.AgendaNews.Any(n => n.Day == Tuesday), "the changed day");

        var elsewhere = await _floor.SignIn("claire", ready: false);
        await Floor.Eventually(() => claire.IsSuperseded, "the lead of the other console");
        Assert.That(elsewhere.IsSuperseded, Is.False);

        var nadia = await _floor.SignIn("nadia", ready: false, at: Second);
        nadia.Beats = false;
        await EndSessions("nadia");
        await Floor.Eventually(() => !nadia.IsConnected, "the end of her connection");
    }

    [Test]
    public async Task Without_Redis_a_heartbeat_brings_everything_and_with_it_again_push_does()
    {
        var claire = await _floor.SignIn("claire", at: Second);
        await _redis.Kill();
        await Hear(false);
        Assert.That(await Ready(), Is.EqualTo("Degraded"));

        var patient = await _floor.PatientWantsAppointment();
        await claire.Answers();
        await claire.Reload();
        await claire.Sees(v => v.Call?.Phase == CallPhase.Talking, "her call, on a connection opened without Redis");
        var elsewhere = await _floor.SignIn("claire", ready: false);
        await Floor.Eventually(() => claire.IsSuperseded, "the lead of the other console, told by the heartbeat");
        patient.HangUp();
        await elsewhere.WrapsUp();

        await _redis.Start();
        await Hear(true);
        Assert.That(await Ready(), Is.EqualTo("Healthy"));
        await claire.Reload();
        await claire.GetReady();
        claire.Beats = false;
        await _floor.PatientWantsAppointment("+33612345688");
        await claire.IsOffered();
    }

    private Task Hear(bool connected) => Floor.Eventually(
        () => _floor.Nodes.All(n => n.Services.GetRequiredService<RedisNodes>().IsConnected == connected), connected ? "Redis" : "no Redis");

    private async Task<string> Ready()
    {
        using var http = _floor.Client(address: Second.Urls.First());
        var answer = await http.GetAsync("/health/ready");
        Assert.That(answer.IsSuccessStatusCode, Is.True, "nobody takes a server out of service for a hint");
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<AccountResult> EndSessions(string name) =>
        _floor.Server.Services.GetRequiredService<AccountActs>().EndSessions(AccountOrder.Of($"{name}@demo.contactcenter.local"), default);
}
