using System.CommandLine;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace ContactCenter.Server.Hosting;

/// <summary>What the commands of the program share: exit codes, a host without a server, and the reading of arguments.</summary>
internal static class CommandShell
{
    public const int Refused = 1;
    public const int Misunderstood = 2;
    public const int Misconfigured = 78;
    public const string NoSchema = "The database has not the schema of this program: start the server once, it brings it up.";

    /// <summary>Storage, clock and the scripts' place; what a command needs beside them it adds itself.</summary>
    public static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClock, MillisecondClock>();
        builder.Services.AddOptions<ScriptsOptions>().BindConfiguration(ScriptsOptions.Section);
        builder.AddStorage();
        return builder;
    }

    /// <summary>Every fault of the arguments is said, and then nothing is done.</summary>
    public static async Task<int> Run(Command command, string[] args, TextWriter output, TextWriter errors)
    {
        var read = command.Parse(args);
        foreach (var fault in read.Errors)
            await errors.WriteLineAsync(fault.Message);
        return read.Errors.Count > 0 ? Misunderstood : await read.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
    }
}
