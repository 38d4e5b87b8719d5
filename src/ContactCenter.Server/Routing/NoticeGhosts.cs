using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Routing;

/// <summary>
/// Agents whose leg stays up while nobody is behind it: a browser that fell into a black hole. Her seconds are cut at the last evidence of her, and the
/// caller is looked after as after any lost agent.
/// </summary>
internal sealed class NoticeGhosts(Store store, CallDesk desk, LegEvidence evidence, LiveWindow live, IOptions<RoutingOptions> options, IClock clock)
{
    private static readonly CallState[] WithHer = [CallState.Talking, CallState.OnHold, CallState.Consulting];

    // Beats of a console that spoke to another process stand in the database only: that process may be the one in trouble.
    private const int WindowsForOthers = 3;
    private static readonly Duration SameBeat = Duration.FromSeconds(3);

    public async Task Run(CancellationToken cancellationToken)
    {
        live.Tick();
        var watched = await store.Read((db, token) => (
            from call in db.Set<CallRecord>()
            where WithHer.Contains(call.State) && call.ConsoleLegSince != null
            join presence in db.Set<AgentPresence>() on call.AgentId equals presence.AgentId
            select new { call.Id, presence.AgentId, Since = call.ConsoleLegSince!.Value, presence.LastOnLeg }).ToListAsync(token), cancellationToken);
        live.Tick();
        var (now, lease) = (clock.GetCurrentInstant(), Duration.FromSeconds(options.Value.Lease));
        foreach (var call in watched)
        {
            var here = evidence.Of(call.AgentId);
            var last = Latest(call.Since, call.LastOnLeg, here);
            var window = here is { } mine && mine + SameBeat >= last ? lease : lease * WindowsForOthers;
            if (now - last >= lease && live.Length >= window)
                await desk.Handle(call.Id, new AgentVanished($"vanished:{call.AgentId}:{last.ToUnixTimeMilliseconds()}", last, call.AgentId), cancellationToken);
        }
    }

    private static Instant Latest(Instant joined, Instant? written, Instant? here) =>
        Instant.Max(joined, Instant.Max(written ?? Instant.MinValue, here ?? Instant.MinValue));
}
