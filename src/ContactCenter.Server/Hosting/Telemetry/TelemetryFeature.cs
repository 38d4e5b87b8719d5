using System.Diagnostics;
using ContactCenter.Server.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ContactCenter.Server.Hosting.Telemetry;

internal static class TelemetryFeature
{
    private const string Address = "/metrics";

    /// <summary>
    /// Metrics are always there to be fetched. What is sent, and where, is said by OpenTelemetry's own environment variables; without them nothing is.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidation>();
        services.AddSingleton<IAuthorizationHandler, MayReadMetricsHandler>();
        services.AddSingleton<FloorGauges>();
        services.AddHostedService(provider => provider.GetRequiredService<FloorGauges>());
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("contactcenter"));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Measures.MeterName, FloorGauges.MeterName).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddPrometheusExporter();
            if (IsSentTo(builder.Configuration, "METRICS"))
                metrics.AddOtlpExporter();
        });
        if (IsSentTo(builder.Configuration, "TRACES"))
        {
            telemetry.WithTracing(traces => traces
                .AddSource(Spans.SourceName, "Microsoft.AspNetCore.SignalR.Server")
                .AddAspNetCoreInstrumentation(web =>
                {
                    web.Filter = IsTraced;
                    web.EnrichWithHttpResponse = NameOnlyTheRoute;
                })
                .AddOtlpExporter());
        }
    }

    public static void MapTelemetry(this IEndpointRouteBuilder routes) =>
        routes.MapPrometheusScrapingEndpoint(Address).RequireAuthorization(Policies.Monitoring);

    private static bool IsSentTo(ConfigurationManager configuration, string signal) =>
        configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } || configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 };

    // A console's connection lasts for hours: its calls are traced one by one. Files are not worth a word.
    private static bool IsTraced(HttpContext http)
    {
        var path = http.Request.Path;
        return !path.StartsWithSegments("/hubs") && !path.StartsWithSegments("/health") && !path.StartsWithSegments(Address) && !Path.HasExtension(path.Value);
    }

    // Ids of patients stand in addresses, and keys pressed in queries.
    private static void NameOnlyTheRoute(Activity activity, HttpResponse response)
    {
        var route = (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        activity.SetTag("url.path", route).SetTag("url.query", null);
    }
}
