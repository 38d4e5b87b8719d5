using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactCenter.Server.Tests.Support;

/// <summary>A Redis of one test alone, on a free loopback port. It can be killed and come back at the same address; it dies with our pipe.</summary>
internal sealed class PrivateRedis : IAsyncDisposable
{
    private const string Watch = "\"$@\" >/dev/null 2>&1 & server=$!; read -r _; kill -9 $server";

    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-redis-").FullName;
    private readonly int _port = FreePort();
    private Process? _server;

    public string Configuration => $"127.0.0.1:{_port}";

    /// <summary>Ignores the test when there is no Redis.</summary>
    public static PrivateRedis NotYetStarted()
    {
        if (!File.Exists("/usr/bin/redis-server"))
            Assert.Ignore("No Redis: install Debian's package redis-server.");
        return new PrivateRedis();
    }

    public static async Task<PrivateRedis> Started()
    {
        var redis = NotYetStarted();
        await redis.Start();
        return redis;
    }

    public async Task Start()
    {
        _server = Process.Start(new ProcessStartInfo("sh",
        [
            "-c", Watch, "sh", "/usr/bin/redis-server", "--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder,
        ])
        { RedirectStandardInput = true })!;
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }
        throw new TimeoutException("Redis does not start.");
    }

    public async Task Kill()
    {
        _server!.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
