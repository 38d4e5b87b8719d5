using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace ContactCenter.Server.Hosting;

internal static class HostingFeature
{
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IClock, MillisecondClock>();
        builder.Services.TryAddSingleton(DateTimeZoneProviders.Tzdb);
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(options => Json(options.SerializerOptions));
        return builder;
    }

    /// <summary>JSON as the API and the hub both write it.</summary>
    public static void Json(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Converters.Add(new JsonStringEnumConverter());
    }

    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        return app;
    }
}
