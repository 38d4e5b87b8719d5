using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Consoles;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Support;

/// <summary>Heartbeats without a connection, as the hub takes them.</summary>
internal static class Heartbeats
{
    /// <summary>False when another tab leads.</summary>
    public static async Task<bool> Beat(this IServiceProvider services, AgentId agent, ConsoleHeartbeat heartbeat)
    {
        var desk = services.GetRequiredService<ConsoleDesk>();
        var beat = desk.Hear(agent, heartbeat);
        var rows = await services.GetRequiredService<AgentViews>().Read(agent, heartbeat.Revision, default);
        return await desk.Note(beat, rows.Presence, heartbeat, default);
    }
}
