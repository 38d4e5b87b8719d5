namespace ContactCenter.Server.Scripts;

internal static class ScriptsFeature
{
    public static WebApplicationBuilder AddScripts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScriptsOptions>().BindConfiguration(ScriptsOptions.Section);
        builder.Services.AddSingleton<ScriptLibrary>();
        builder.Services.AddSingleton<ScriptArchive>();
        builder.Services.AddSingleton<ScriptWatcher>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ScriptWatcher>());
        return builder;
    }
}
