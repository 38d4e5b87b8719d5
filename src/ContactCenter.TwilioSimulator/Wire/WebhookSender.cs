using System.Collections.Concurrent;
using System.Diagnostics;

namespace ContactCenter.TwilioSimulator.Wire;

/// <summary>One exchange with the server under test, for the log that developers see.</summary>
public sealed record WebhookExchange(DateTimeOffset At, string Url, IReadOnlyDictionary<string, string> Form, int? Answer, string? Body,
    double Milliseconds, int Attempt, string? Failure);

/// <param name="Sent">Every attempt counts.</param>
public sealed record ForgeryCount(int Sent, int Refused);

/// <summary>What the server answered.</summary>
internal sealed record WebhookAnswer(string Body, string MediaType);

/// <summary>Sends signed requests, with the retries that the address asks for, and keeps the last exchanges.</summary>
internal sealed class WebhookSender(SimulatorOptions options) : IDisposable
{
    private const int Kept = 500;
    private readonly ConcurrentQueue<WebhookExchange> _exchanges = new();

    // The rules bring their own timeouts: the client has none.
    private readonly HttpClient _http =
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2), MaxConnectionsPerServer = 256 })
        {
            Timeout = Timeout.InfiniteTimeSpan
        };

    public event Action<WebhookExchange>? Exchanged;

    private int _forgeries;
    private int _refused;

    /// <summary>Requests with a false signature, and how many of them were answered 403 and nothing else.</summary>
    public ForgeryCount Forgeries => new(Volatile.Read(ref _forgeries), Volatile.Read(ref _refused));

    public IEnumerable<WebhookExchange> Exchanges => _exchanges;

    /// <summary>The answer, or null when no attempt brought a 2xx.</summary>
    public async Task<WebhookAnswer?> Send(string url, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken,
        string method = "POST", bool forge = false)
    {
        var (address, rules) = RetryRules.Split(url);
        var token = Guid.NewGuid().ToString();
        using var total = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        total.CancelAfter(rules.TotalTimeout);
        for (var attempt = 0; attempt <= rules.Retries; attempt++)
        {
            using var request = method == "GET" ? Get(address, form, forge) : Post(address, form, forge);
            if (attempt > 0)
                request.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", token);
            var (answer, failure) = await Try(request, form, rules, attempt, forge, total.Token);
            if (failure is null)
                return answer;
            if (!rules.RetriesOn(failure) || total.IsCancellationRequested)
                break;
        }
        return null;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Post(string url, IReadOnlyDictionary<string, string> form, bool forge) =>
        Signed(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) }, url, form, forge);

    // Of a GET the whole address is signed, with the parameters in it.
    private HttpRequestMessage Get(string url, IReadOnlyDictionary<string, string> form, bool forge)
    {
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var full = $"{url}{separator}{string.Join('&', form.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))}";
        return Signed(new HttpRequestMessage(HttpMethod.Get, full), full, [], forge);
    }

    private HttpRequestMessage Signed(HttpRequestMessage request, string url, IEnumerable<KeyValuePair<string, string>> form, bool forge)
    {
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", Signature.Sign(forge ? "not-the-token" : options.AuthToken, url, form));
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        return request;
    }

    private async Task<(WebhookAnswer? Answer, string? Failure)> Try(
        HttpRequestMessage request, IReadOnlyDictionary<string, string> form, RetryRules rules, int attempt, bool forge,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        if (forge)
            Interlocked.Increment(ref _forgeries);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(rules.ConnectTimeout + rules.ReadTimeout);
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            var body = type.StartsWith("audio/", StringComparison.Ordinal) ? "" : await response.Content.ReadAsStringAsync(patience.Token);
            Note((int)response.StatusCode, body, null);
            if (forge && response.StatusCode == System.Net.HttpStatusCode.Forbidden && body.Length == 0)
                Interlocked.Increment(ref _refused);
            return response.IsSuccessStatusCode ? (new(body, type), null) : (null, (int)response.StatusCode >= 500 ? "5xx" : "4xx");
        }
        catch (HttpRequestException failure)
        {
            Note(null, null, failure.HttpRequestError.ToString());
            return (null, "ct");
        }
        catch (OperationCanceledException)
        {
            Note(null, null, "timeout");
            return (null, "rt");
        }

        void Note(int? answer, string? body, string? failure) =>
            Keep(new(options.Time.GetUtcNow(), request.RequestUri!.OriginalString, form, answer, body, watch.Elapsed.TotalMilliseconds, attempt,
                failure));
    }

    private void Keep(WebhookExchange exchange)
    {
        _exchanges.Enqueue(exchange);
        while (_exchanges.Count > Kept)
            _exchanges.TryDequeue(out _);
        Exchanged?.Invoke(exchange);
    }
}
