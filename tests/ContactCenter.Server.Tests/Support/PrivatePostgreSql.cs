using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactCenter.Server.Tests.Support;

/// <summary>
/// A PostgreSQL of this test run alone: started once on a free loopback port, gone with the run. Its shell watches our
/// pipe, so that it stops even when the test host is killed.
/// </summary>
internal static class PrivatePostgreSql
{
    private const string Watch = "\"$@\" >\"$LOG\" 2>&1 & server=$!; read -r _; kill -INT $server; wait $server";

    private static readonly Lazy<Task<string>> Started = new(Start);
    private static Process? _server;
    private static string? _folder;

    /// <summary>Without a database name; ignores the test when there is no PostgreSQL.</summary>
    public static Task<string> ConnectionString()
    {
        var given = Environment.GetEnvironmentVariable("CONTACTCENTER_TEST_POSTGRES");
        if (!string.IsNullOrEmpty(given))
            return Task.FromResult(given);
        if (Binaries() is null)
            Assert.Ignore("No PostgreSQL: install Debian's package postgresql, or set CONTACTCENTER_TEST_POSTGRES.");
        return Started.Value;
    }

    public static void Stop()
    {
        if (_server is null)
            return;
        _server.StandardInput.Close();
        _server.WaitForExit(TimeSpan.FromSeconds(10));
        _server.Dispose();
        _server = null;
        Directory.Delete(_folder!, recursive: true);
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    private static async Task<string> Start()
    {
        _folder = Directory.CreateTempSubdirectory("contactcenter-postgres-").FullName;
        var data = Path.Combine(_folder, "data");
        if (IsRoot)
            await Run("chown", "postgres", _folder);
        await Run([.. AsServerUser, Path.Combine(Binaries()!, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        var port = FreePort();
        _server = Launch([
            .. AsServerUser, "env", $"LOG={Path.Combine(_folder, "log")}", "sh", "-c", Watch, "sh",
            Path.Combine(Binaries()!, "postgres"), "-D", data, "-h", "127.0.0.1", "-p", $"{port}", "-k", "",
            "-c", "fsync=off", "-c", "max_connections=200",
        ]);
        await Listening(port);
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    private static bool IsRoot => Environment.UserName == "root";

    // PostgreSQL refuses to run as root.
    private static string[] AsServerUser => IsRoot ? ["runuser", "-u", "postgres", "--"] : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Run(params string[] command)
    {
        using var process = Launch(command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[^1]}: {await process.StandardError.ReadToEndAsync()}");
    }

    private static Process Launch(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    })!;

    private static async Task Listening(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new Npgsql.NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (Npgsql.NpgsqlException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }
}
