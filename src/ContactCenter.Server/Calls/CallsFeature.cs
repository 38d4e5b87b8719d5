namespace ContactCenter.Server.Calls;

internal static class CallsFeature
{
    public static WebApplicationBuilder AddCalls(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CallDesk>().AddSingleton<CallScripts>().AddSingleton<CallSignals>().AddSingleton<CallMemory>().AddSingleton<EffectHands>();
        builder.Services.AddSingleton<CarryOutEffects>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<CarryOutEffects>());
        return builder;
    }
}
