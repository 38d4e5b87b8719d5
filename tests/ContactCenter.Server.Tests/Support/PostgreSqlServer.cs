using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactCenter.Server.Tests.Support;

/// <summary>
/// A PostgreSQL on a free loopback port with data of its own. It can break off in mid-work and come back at the same address. Its shell watches our pipe,
/// so that it stops even when the test host is killed.
/// </summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Watch = "\"$@\" >>\"$LOG\" 2>&1 & server=$!; read -r _; kill -INT $server; wait $server";

    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-postgres-").FullName;
    private readonly int _port = FreePort();
    private Process? _server;

    private PostgreSqlServer()
    {
    }

    /// <summary>Without a database name.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres";

    /// <summary>Null when none is installed.</summary>
    public static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    private static bool IsRoot => Environment.UserName == "root";

    // PostgreSQL refuses to run as root.
    private static string[] AsServerUser => IsRoot ? ["runuser", "-u", "postgres", "--"] : [];

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Ignores the test when there is no PostgreSQL.</summary>
    public static async Task<PostgreSqlServer> Begin()
    {
        if (Binaries is null)
            Assert.Ignore("No PostgreSQL: install Debian's package postgresql.");
        var server = new PostgreSqlServer();
        if (IsRoot)
            await Run("chown", "postgres", server._folder);
        await Run([.. AsServerUser, Path.Combine(Binaries!, "initdb"), "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await server.Start();
        return server;
    }

    /// <summary>Starts it, again on what it had written down; returns when it lets somebody in.</summary>
    public async Task Start()
    {
        _server = Launch([
            .. AsServerUser, "env", $"LOG={Path.Combine(_folder, "log")}", "sh", "-c", Watch, "sh",
            Path.Combine(Binaries!, "postgres"), "-D", Data, "-h", "127.0.0.1", "-p", $"{_port}", "-k", "",
            "-c", "fsync=off", "-c", "max_connections=200",
        ]);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new Npgsql.NpgsqlConnection($"{ConnectionString};Database=postgres;Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (Npgsql.NpgsqlException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Breaks off whatever is under way, as a crash does: every connection is cut, the next start recovers from the log.</summary>
    public async Task BreakOff()
    {
        await Run([.. AsServerUser, Path.Combine(Binaries!, "pg_ctl"), "stop", "-m", "immediate", "-D", Data]);
        await Close();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Close()
    {
        if (_server is null)
            return;
        _server.StandardInput.Close();
        await _server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _server.Dispose();
        _server = null;
    }

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
}
