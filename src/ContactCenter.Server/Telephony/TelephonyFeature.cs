using ContactCenter.Server.Scripts;
using ContactCenter.Server.Telephony.Audio;
using ContactCenter.Server.Telephony.TwilioVoice;

namespace ContactCenter.Server.Telephony;

internal static class TelephonyFeature
{
    public static WebApplicationBuilder AddTelephony(this WebApplicationBuilder builder)
    {
        builder.AddTwilioVoice();
        builder.Services.AddSingleton<HoldMusic>().AddSingleton(provider => new PromptLibrary(
            provider.GetRequiredService<ScriptLibrary>().Root, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PromptLibrary>>()));
        return builder;
    }

    /// <summary>The vendor's records alone, for the commands: nothing that takes or makes calls.</summary>
    public static WebApplicationBuilder AddCarrier(this WebApplicationBuilder builder) => builder.AddCarrierRecords();

    public static IEndpointRouteBuilder MapTelephony(this IEndpointRouteBuilder routes)
    {
        routes.MapTwilioVoice();
        routes.MapSounds();
        return routes;
    }
}
