using ContactCenter.Domain.Calls;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Consoles;

/// <summary>A console was heard of; its softphone held the leg of the call or not.</summary>
internal sealed record ConsoleBeat(AgentId Agent, Guid Console, Instant At, bool OnLeg);

/// <summary>
/// Writes down that consoles are alive, all that were heard of in a fifth of a second in one unit. A beat changes nothing that others decide on, so it
/// leaves the row's version alone; a beat lost with the process is followed by the next one two seconds later.
/// </summary>
internal sealed class ConsoleBeats(Store store, Holds holds, LegEvidence evidence, LiveWindow live, TimeProvider time, ILogger<ConsoleBeats> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private Dictionary<AgentId, ConsoleBeat> _beats = [];

    /// <summary>Heard, whatever the database says of it.</summary>
    public void Heard(ConsoleBeat beat)
    {
        if (beat.OnLeg)
            evidence.Note(beat.Agent, beat.At);
    }

    public void Note(ConsoleBeat beat)
    {
        lock (_gate)
            _beats[beat.Agent] = beat;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await Write(CancellationToken.None);
            }
            catch (Exception failure)
            {
                live.Break();
                log.LogWarning("Heartbeats could not be written ({Failure}); the next ones say the same", failure.GetType().Name);
            }
        }
    }

    /// <summary>Writes what was noted since; what the agents hold for their callers stays theirs.</summary>
    public async Task Write(CancellationToken cancellationToken)
    {
        Dictionary<AgentId, ConsoleBeat> beats;
        lock (_gate)
            (beats, _beats) = (_beats, []);
        if (beats.Count == 0)
            return;
        await store.Write(async (db, token) =>
        {
            // In one order on every node: two groups never wait for each other crosswise.
            foreach (var beat in beats.Values.OrderBy(b => b.Agent.Value))
                await Write(db, beat, token);
        }, cancellationToken);
        await holds.Extend([.. beats.Keys], cancellationToken);
    }

    // A beat from before she took this call is no evidence for it.
    private static Task<int> Write(ContactCenterDb db, ConsoleBeat beat, CancellationToken cancellationToken) => db.Set<AgentPresence>()
        .Where(p => p.AgentId == beat.Agent && p.ConsoleId == beat.Console)
        .ExecuteUpdateAsync(set => set
            .SetProperty(p => p.LastHeard, beat.At)
            .SetProperty(p => p.LastOnLeg, p => beat.OnLeg && p.Since <= beat.At ? beat.At : p.LastOnLeg), cancellationToken);
}
