using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Scripts;

internal static class ScriptsFeature
{
    public static WebApplicationBuilder AddScripts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScriptsOptions>().BindConfiguration(ScriptsOptions.Section);
        if (builder.Configuration.GetValue<bool>("Demo:Seed"))
            builder.Services.PostConfigure<ScriptsOptions>(options => options.SamplesAllowedFor.AddRange([DemoPractice.Lilas.Slug, DemoNeighbour.Slug]));
        builder.Services.AddSingleton<ScriptLibrary>();
        builder.Services.Configure<StartChecks>(checks => checks.Make<ScriptLibrary>());
        builder.Services.AddSingleton<ScriptArchive>();
        builder.Services.AddSingleton<ScriptWatcher>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ScriptWatcher>());
        return builder;
    }
}
