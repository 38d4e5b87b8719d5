using System.Net;
using System.Net.Sockets;
using ContactCenter.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Benchmarks;

/// <summary>The servers that are compared: ours as it is shipped, on SQLite, and a bare Kestrel that answers a constant.</summary>
internal static class BenchServer
{
    public const string Line = "+33180000001";
    public const string Token = "bench-token";

    /// <summary>A Tuesday morning in Paris, when the demonstration's practice is open; always ahead of the real clock, by which connections expire.</summary>
    public static DateTimeOffset OpenHours { get; } = new(2030, 6, 4, 10, 0, 0, TimeSpan.FromHours(2));

    public static Task<WebApplication> Ours(string folder, int port, TimeProvider time, params (string Name, string? Value)[] settings) =>
        Ours(folder, port, time, _ => { }, settings);

    public static async Task<WebApplication> Ours(string folder, int port, TimeProvider time, Action<IServiceCollection> services, params (string Name, string? Value)[] settings)
    {
        var address = $"http://127.0.0.1:{port}";
        var app = await ContactCenterServer.Build(["--environment", "Development", "--contentRoot", Root()], builder =>
        {
            builder.WebHost.UseUrls(address);
            builder.Services.AddSingleton(time);
            services(builder.Services);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Demo:Seed"] = "true",
                ["Scripts:SamplesAllowedFor:0"] = "cabinet-des-lilas",
                ["ConnectionStrings:ContactCenter"] = $"Data Source={Path.Combine(folder, "bench.db")}",
                ["Twilio:AuthToken"] = Token,
                ["Twilio:PublicBaseUrl"] = address,
                ["Serilog:MinimumLevel:Default"] = "Error",
                ["SignIn:AttemptsPerMinuteAndAddress"] = "1000000",
            });
            builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value));
        });
        await app.StartAsync();
        return app;
    }

    public static async Task<(WebApplication App, string Address)> Bare(Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return (app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public static Task<(WebApplication App, string Address)> ConstantTwiml() => Bare(app => app.MapPost("/twiml", async context =>
    {
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"utf-8\"?><Response><Say language=\"fr-FR\">Bonjour</Say></Response>");
    }));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "ivr-scripts")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
