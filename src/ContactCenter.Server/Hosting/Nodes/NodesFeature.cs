using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace ContactCenter.Server.Hosting.Nodes;

internal static class NodesFeature
{
    /// <summary>With <see cref="RedisSettings.Name"/> servers tell each other of changes; without it nothing is opened.</summary>
    public static void AddNodes(this WebApplicationBuilder builder, string readyTag)
    {
        var services = builder.Services;
        if (string.IsNullOrEmpty(builder.Configuration[RedisSettings.Name]))
        {
            services.AddSingleton<IOtherNodes, LoneNode>();
            return;
        }
        services.AddSingleton<ConfigurationOptions>(provider => RedisSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.Configure<StartChecks>(checks => checks.Make<ConfigurationOptions>());
        services.AddSingleton<RedisNodes>();
        services.AddSingleton<IOtherNodes>(provider => provider.GetRequiredService<RedisNodes>());
        services.AddHostedService(provider => provider.GetRequiredService<RedisNodes>());
        services.AddHealthChecks().AddCheck<NodesHealth>("redis", HealthStatus.Degraded, [readyTag]);
    }
}
