using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

internal static class TwilioVoiceFeature
{
    public static WebApplicationBuilder AddTwilioVoice(this WebApplicationBuilder builder)
    {
        builder.AddCarrierRecords();
        builder.Services.AddOptions<SafeAnswerOptions>().BindConfiguration(SafeAnswerOptions.Section);
        builder.Services.AddOptions<SoftphoneOptions>().BindConfiguration(SoftphoneOptions.Section);
        builder.Services.AddSingleton<VoiceUrls>().AddSingleton<TwimlRenderer>().AddSingleton<SafeAnswers>().AddSingleton<VoiceAccessToken>();
        builder.Services.AddSingleton<FallbackCap>().AddSingleton<DialGate>().AddSingleton<VoiceGates>().AddSingleton<FallbackFolder>();
        builder.Services.AddSingleton<VoiceWebhooks>().AddSingleton<OutboundCap>().AddSingleton<AgentPhones>().AddSingleton<IEffectHand, TwilioEffects>();
        builder.Services.AddSingleton<Lines>().AddSingleton<PointNumbersHere>().AddHostedService(provider => provider.GetRequiredService<PointNumbersHere>());
        builder.Services.AddSingleton<StaticFallbacks>().AddHostedService(provider => provider.GetRequiredService<StaticFallbacks>());
        builder.Services.AddSingleton<RingBack>().AddHostedService(provider => provider.GetRequiredService<RingBack>());
        builder.Services.AddSingleton<PatientCalls>().AddSingleton<RingPatient>();
        builder.Services.AddSingleton<FetchRecordings>().AddHostedService(provider => provider.GetRequiredService<FetchRecordings>());
        builder.Services.AddSingleton<AdoptRecordings>().AddHostedService(provider => provider.GetRequiredService<AdoptRecordings>());
        builder.Services.AddSingleton<ConferenceRecords>().AddSingleton<ReconcileCalls>().AddHostedService(provider => provider.GetRequiredService<ReconcileCalls>());
        builder.Services.AddSingleton<IUntoldEvents>(provider => provider.GetRequiredService<ReconcileCalls>());
        return builder;
    }

    /// <summary>The account and what may be asked of it, without anything that takes or makes calls.</summary>
    public static WebApplicationBuilder AddCarrierRecords(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsValidation>();
        // One client serves for as long as the house runs: its connections are renewed, for changes of names, and never the handler above them.
        builder.Services.AddHttpClient<TwilioRest>().UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan).AddStandardResilienceHandler(Patience);
        builder.Services.AddSingleton<CarrierRecords>().AddSingleton<ICarrier>(provider => provider.GetRequiredService<CarrierRecords>());
        return builder;
    }

    public static IEndpointRouteBuilder MapTwilioVoice(this IEndpointRouteBuilder routes)
    {
        var twilio = routes.MapGroup("/twilio").AddEndpointFilter<MeasureWebhooks>().AddEndpointFilter<RequireTwilioSignature>().DisableAntiforgery()
            .AllowAnonymousBecause("Twilio proves itself by its signature.");
        VoiceWebhooks.Map(twilio);
        ConsoleVoice.Map(routes);
        RingPatient.Map(routes);
        return routes;
    }

    // Only what is safe to repeat is repeated here; the outbox repeats the rest with its eyes open.
    private static void Patience(HttpStandardResilienceOptions options)
    {
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(4);
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(30);
        options.Retry.DisableForUnsafeHttpMethods();
    }
}
