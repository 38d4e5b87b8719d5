using ContactCenter.Server.Calls;
using ContactCenter.Server.Routing.Callbacks;

namespace ContactCenter.Server.Routing;

internal static class RoutingFeature
{
    public static WebApplicationBuilder AddRouting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RoutingOptions>().BindConfiguration(RoutingOptions.Section);
        builder.Services.AddSingleton<OfferCalls>().AddSingleton<DecideOffers>().AddSingleton<FollowAgents>().AddSingleton<RoutingSignal>().AddSingleton<FloorBoard>();
        builder.Services.AddSingleton<LiveWindow>().AddSingleton<LegEvidence>().AddSingleton<NoticeGhosts>().AddSingleton<TimeAttempts>().AddSingleton<CallSweeps>();
        builder.Services.AddSingleton<CallbackDesk>().AddSingleton<IEffectHand>(provider => provider.GetRequiredService<CallbackDesk>());
        builder.Services.AddSingleton<RouteCalls>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<RouteCalls>());
        return builder;
    }
}
