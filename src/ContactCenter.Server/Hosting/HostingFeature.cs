using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Contracts;
using ContactCenter.Server.Hosting.Logging;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Hosting.Telemetry;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace ContactCenter.Server.Hosting;

internal static class HostingFeature
{
    private const string ReadyTag = "ready";

    // A database that restarts is back in seconds; whoever waits for the answer is a person.
    private const string ComeBackAfterSeconds = "2";

    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        var services = builder.Services;
        services.AddOptions<HostingOptions>().BindConfiguration(HostingOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClock, MillisecondClock>();
        services.TryAddSingleton(DateTimeZoneProviders.Tzdb);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = NameTheProblem);
        services.ConfigureHttpJsonOptions(options => Json(options.SerializerOptions));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [ReadyTag]);
        builder.AddNodes(ReadyTag);
        builder.AddTelemetry();
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
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusCodeOf });
        app.UseMiddleware<SecurityHeaders>();
        app.UseStatusCodePages();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        return app;
    }

    public static void MapHosting(this WebApplication app)
    {
        const string watched = "Whoever watches the process has no account.";
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymousBecause(watched);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymousBecause(watched);
        app.MapTelemetry();
        app.Map("/api/{**rest}", () => Problems.NotFound()).AllowAnonymousBecause("Says only that there is no such address.");
        const string page = "The sign-in page and the console's program hold no data.";
        app.MapStaticAssets().AllowAnonymousBecause(page);
        app.MapFallbackToFile("index.html").AllowAnonymousBecause(page);
    }

    private static void NameTheProblem(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (Outage.Is(context.Exception))
        {
            problem.Extensions.TryAdd(Problems.CodeKey, RequestProblems.Unavailable);
            context.HttpContext.Response.Headers.RetryAfter = ComeBackAfterSeconds;
        }
        problem.Extensions.TryAdd(Problems.CodeKey, RefusedRequestException.CodeOf(context.Exception) ?? Problems.DefaultCode(problem.Status ?? 500));
    }

    private static int StatusCodeOf(Exception exception) => exception switch
    {
        KeyReusedException => StatusCodes.Status422UnprocessableEntity,
        BadHttpRequestException bad => bad.StatusCode,
        _ when Outage.Is(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
