using System.Collections.Concurrent;
using System.Diagnostics;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>One exchange with the server under test, for the log that developers see.</summary>
public sealed record WebhookExchange(DateTimeOffset At, string Url, IReadOnlyDictionary<string, string> Form, int? Answer, string? Body, double Milliseconds, int Attempt, string? Failure);

/// <summary>Sends signed requests, with the retries that the address asks for, and keeps the last exchanges.</summary>
public sealed class WebhookSender(SimulatorOptions options) : IDisposable
{
    private const int Kept = 500;
    private readonly ConcurrentQueue<WebhookExchange> _exchanges = new();

    // The rules bring their own timeouts: the client has none.
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2), MaxConnectionsPerServer = 256 }) { Timeout = Timeout.InfiniteTimeSpan };

    public event Action<WebhookExchange>? Exchanged;

    public IEnumerable<WebhookExchange> Exchanges => _exchanges;

    /// <summary>The answer's body, or null when no attempt brought a 2xx.</summary>
    public async Task<string?> Post(string url, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken, bool forge = false)
    {
        var (address, rules) = RetryRules.Split(url);
        var token = Guid.NewGuid().ToString();
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        total.CancelAfter(rules.TotalTimeout + TimeSpan.FromSeconds(1));
        for (var attempt = 0; attempt <= rules.Retries; attempt++)
        {
            var (body, failure) = await Try(address, form, rules, token, attempt, forge, total.Token);
            if (failure is null)
                return body;
            if (!rules.RetriesOn(failure) || total.IsCancellationRequested)
                break;
        }
        return null;
    }

    public void Dispose() => _http.Dispose();

    private async Task<(string? Body, string? Failure)> Try(
        string url, IReadOnlyDictionary<string, string> form, RetryRules rules, string token, int attempt, bool forge, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", Signature.Sign(forge ? "not-the-token" : options.AuthToken, url, form));
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        if (attempt > 0)
            request.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", token);
        var watch = Stopwatch.StartNew();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(rules.ConnectTimeout + rules.ReadTimeout);
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            var body = await response.Content.ReadAsStringAsync(patience.Token);
            Note(url, form, (int)response.StatusCode, body, watch, attempt, null);
            return response.IsSuccessStatusCode ? (body, null) : (null, (int)response.StatusCode >= 500 ? "5xx" : "4xx");
        }
        catch (HttpRequestException failure)
        {
            Note(url, form, null, null, watch, attempt, failure.HttpRequestError.ToString());
            return (null, "ct");
        }
        catch (OperationCanceledException)
        {
            Note(url, form, null, null, watch, attempt, "timeout");
            return (null, "rt");
        }
    }

    private void Note(string url, IReadOnlyDictionary<string, string> form, int? answer, string? body, Stopwatch watch, int attempt, string? failure)
    {
        var exchange = new WebhookExchange(options.Time.GetUtcNow(), url, form, answer, body, watch.Elapsed.TotalMilliseconds, attempt, failure);
        _exchanges.Enqueue(exchange);
        while (_exchanges.Count > Kept)
            _exchanges.TryDequeue(out _);
        Exchanged?.Invoke(exchange);
    }
}
