using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Routing;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Consoles;

internal static class ConsolesFeature
{
    public static WebApplicationBuilder AddConsoles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR(options =>
        {
            // A console that went away must be noticed while its call still rings.
            options.KeepAliveInterval = TimeSpan.FromSeconds(3);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(8);
            options.MaximumReceiveMessageSize = 64 * 1024;
            options.AddFilter<GoneConsoles>();
        }).AddJsonProtocol(json => HostingFeature.Json(json.PayloadSerializerOptions));
        builder.Services.AddSingleton<AgentViews>().AddSingleton<PracticeCards>().AddSingleton<Callers>().AddSingleton<NextVisits>().AddSingleton<ViewRevisions>();
        builder.Services.AddSingleton<ConnectedConsoles>().AddSingleton<ShowOffersEarly>();
        builder.Services.AddSingleton<AwaitOffer>(provider => choice => provider.GetRequiredService<ShowOffersEarly>().Await(choice));
        builder.Services.AddSingleton<ConsoleDesk>().AddSingleton<CallCommands>().AddSingleton<CallNotes>().AddSingleton<ConsoleNotifier>().AddSingleton<ConsoleBeats>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ConsoleBeats>());
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ConsoleNotifier>());
        return builder;
    }

    public static IEndpointRouteBuilder MapConsoles(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<AgentHub>("/hubs/agent");
        return routes;
    }
}
