using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Storage;

internal static class StorageFeature
{
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => DatabaseSettings.Open(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>().ContentRootPath));
        services.AddSingleton(provider => provider.GetRequiredService<Database>().OpenStore());
        services.AddOptions<SealingOptions>().BindConfiguration(SealingOptions.Section);
        services.AddSingleton(LoadKeys);
        services.AddSingleton<Sealer>();
        services.AddSingleton<SearchTokens>();
        services.AddSingleton<OnceOnly>();
        services.AddSingleton<ForgetRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetRequests>());
        services.Configure<StartChecks>(checks =>
        {
            checks.Make<Database>();
            checks.Make<SealingKeys>();
        });
        return builder;
    }

    /// <summary>Brings the schema up before the first request.</summary>
    public static Task MigrateDatabase(this WebApplication app) => Schema.BringUp(app.Services.GetRequiredService<Database>(), default);

    private static SealingKeys LoadKeys(IServiceProvider provider) => KeyRing.Load(
        provider.GetRequiredService<IOptions<SealingOptions>>().Value,
        provider.GetRequiredService<Database>,
        provider.GetRequiredService<IHostEnvironment>());
}
