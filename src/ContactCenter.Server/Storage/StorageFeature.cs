using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Storage;

internal static class StorageFeature
{
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton(OpenDatabase);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<Database>().OpenStore());
        builder.Services.AddOptions<SealingOptions>().BindConfiguration(SealingOptions.Section);
        builder.Services.AddSingleton(LoadKeys);
        builder.Services.AddSingleton<Sealer>();
        builder.Services.AddSingleton<SearchTokens>();
        builder.Services.AddSingleton<OnceOnly>();
        return builder;
    }

    /// <summary>Brings the schema up before the first request; without the sealing keys there is no start.</summary>
    public static async Task MigrateDatabase(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<SealingKeys>();
        await Schema.BringUp(app.Services.GetRequiredService<Database>(), default);
    }

    private static Database OpenDatabase(IServiceProvider provider)
    {
        var engine = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Engine;
        var configured = provider.GetRequiredService<IConfiguration>().GetConnectionString(DatabaseOptions.ConnectionName);
        var connectionString = (engine, configured) switch
        {
            (_, { Length: > 0 }) => configured,
            (DatabaseEngine.Sqlite, _) => DatabaseOptions.DefaultSqlite,
            _ => throw new ConfigurationFault($"ConnectionStrings:ContactCenter is missing: Database:Engine is {engine}."),
        };
        return new Database(engine, connectionString, provider.GetRequiredService<IHostEnvironment>().ContentRootPath);
    }

    private static SealingKeys LoadKeys(IServiceProvider provider) => KeyRing.Load(
        provider.GetRequiredService<IOptions<SealingOptions>>().Value,
        provider.GetRequiredService<Database>(),
        provider.GetRequiredService<IHostEnvironment>());
}
