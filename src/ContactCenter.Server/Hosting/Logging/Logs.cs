using System.Globalization;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ContactCenter.Server.Hosting.Logging;

/// <summary>Plain lines in development, one JSON object a line elsewhere; all of it through the mask.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder) => builder.Services.AddSerilog((_, logs) => logs
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
        .ReadFrom.Configuration(builder.Configuration)
        // It writes down what was said to the hub, word for word, if one lets it; no setting does.
        .MinimumLevel.Override("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogEventLevel.Warning)
        .Enrich.FromLogContext()
        .Destructure.With<KeepMasked>()
        .WriteTo.Masked(sinks => WriteLines(sinks, builder.Environment)));

    public static LoggerConfiguration Masked(this LoggerSinkConfiguration sinks, Action<LoggerSinkConfiguration> real) =>
        sinks.Sink(LoggerSinkConfiguration.Wrap(sink => new MaskingSink(sink), real));

    private static void WriteLines(LoggerSinkConfiguration sinks, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            sinks.Console(formatProvider: CultureInfo.InvariantCulture, outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}");
        else
            sinks.Console(new CompactJsonFormatter());
    }
}
