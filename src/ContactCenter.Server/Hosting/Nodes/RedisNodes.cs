using System.Collections.Concurrent;
using System.Text.Json;
using ContactCenter.Server.Hosting.Telemetry;
using StackExchange.Redis;

namespace ContactCenter.Server.Hosting.Nodes;

/// <summary>
/// Hints over Redis' publish and subscribe. Redis may be gone at the start, at any time and for ever: then nothing is told, the log says so once, and
/// heartbeats bring consoles what they miss.
/// </summary>
internal sealed class RedisNodes(ConfigurationOptions options, TimeProvider time, ILogger<RedisNodes> log) : BackgroundService, IOtherNodes
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("contactcenter:hints");
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, Action<JsonElement>> _listeners = new();
    private volatile ISubscriber? _subscriber;
    private int _isLost;

    /// <summary>Whether hints come and go now.</summary>
    public bool IsConnected => _subscriber?.Multiplexer.IsConnected == true;

    public void Tell<T>(T hint)
        where T : class
    {
        if (_subscriber is not { } subscriber || !subscriber.Multiplexer.IsConnected)
            return;
        try
        {
            var said = new Said(_me, typeof(T).Name, JsonSerializer.SerializeToElement(hint));
            subscriber.Publish(Channel, JsonSerializer.SerializeToUtf8Bytes(said), CommandFlags.FireAndForget);
            Measures.Hint("told");
        }
        catch (Exception failure) when (failure is RedisException or ObjectDisposedException)
        {
            Lost(failure);
        }
    }

    public void Listen<T>(Action<T> heard)
        where T : class
    {
        void Open(JsonElement hint) => heard(hint.Deserialize<T>()!);
        _listeners.AddOrUpdate(typeof(T).Name, Open, (_, before) => before + Open);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
                await Subscribe(redis, stoppingToken);
                await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                Lost(failure);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                _subscriber = null;
            }
        }
    }

    private async Task Subscribe(ConnectionMultiplexer redis, CancellationToken cancellationToken)
    {
        redis.ConnectionFailed += (_, lost) => Lost(lost.Exception);
        redis.ConnectionRestored += (_, _) => Found();
        var subscriber = redis.GetSubscriber();
        while (!redis.IsConnected)
        {
            Lost(null);
            await Task.Delay(Pause, time, cancellationToken);
        }
        // Renewed by the client itself whenever the connection comes back.
        await subscriber.SubscribeAsync(Channel, (_, said) => Hear(said));
        _subscriber = subscriber;
        Found();
    }

    // Whatever stands in a message, reading the next one goes on.
    private void Hear(RedisValue message)
    {
        try
        {
            var said = JsonSerializer.Deserialize<Said>((byte[])message!)!;
            if (said.Node == _me || !_listeners.TryGetValue(said.Kind, out var heard))
                return;
            Measures.Hint("heard");
            heard(said.Hint);
        }
        catch (Exception failure)
        {
            log.LogWarning("A hint of another server could not be read ({Failure})", failure.GetType().Name);
        }
    }

    private void Lost(Exception? failure)
    {
        if (Interlocked.Exchange(ref _isLost, 1) == 0)
            log.LogWarning("Redis does not answer ({Failure}): consoles wait for their heartbeat", failure?.GetType().Name ?? "not connected");
    }

    private void Found()
    {
        if (Interlocked.Exchange(ref _isLost, 0) == 1)
            log.LogWarning("Redis answers again: servers hear each other");
    }

    private sealed record Said(string Node, string Kind, JsonElement Hint);
}
