using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ContactCenter.TwilioSimulator.Tests.Support;

/// <summary>One request as it reached the server.</summary>
internal sealed record Received(string Path, string Method, string Url, IReadOnlyDictionary<string, string> Form, string Signature,
    string? RetryToken)
{
    public string this[string name] => Form.GetValueOrDefault(name, "");
}

/// <summary>The side that the simulator calls: it answers as prepared and remembers what it was asked. Unprepared addresses answer 204.</summary>
internal sealed class PreparedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Func<Received, IResult>> _answers = [];
    private readonly List<Received> _received = [];

    private PreparedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async http => await (await Take(http.Request)).ExecuteAsync(http));
    }

    public IReadOnlyList<Received> All
    {
        get
        {
            lock (_gate)
                return [.. _received];
        }
    }

    public static async Task<PreparedServer> Start()
    {
        var server = new PreparedServer();
        await server._app.StartAsync();
        return server;
    }

    public string Url(string path) => _app.Urls.First() + path;

    public IReadOnlyList<Received> At(string path) => [.. All.Where(r => r.Path == path)];

    /// <summary>Answers with a document of these verbs.</summary>
    public void Answers(string path, string verbs) => Answers(path, _ => Results.Text($"<Response>{verbs}</Response>", "application/xml"));

    public void Answers(string path, Func<Received, IResult> answer)
    {
        lock (_gate)
            _answers[path] = answer;
    }

    /// <summary>Waits for the request, counted from 0.</summary>
    public async Task<Received> Asked(string path, int index = 0)
    {
        await Bench.Eventually(() => At(path).Count > index, () =>
            $"{path} asked {index + 1} times; asked were {string.Join(", ", All.Select(r => r.Path))}");
        return At(path)[index];
    }

    /// <summary>Waits for the notice of that event.</summary>
    public async Task<Received> Told(string path, string what)
    {
        await Bench.Eventually(() => At(path).Any(r => r["StatusCallbackEvent"] == what), () =>
            $"{what}; told were {string.Join(", ", At(path).Select(r => r["StatusCallbackEvent"]))}");
        return At(path).First(r => r["StatusCallbackEvent"] == what);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        var values = request.HasFormContentType ? (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString())
            : request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        var received = new Received(
            request.Path, request.Method, $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}", values,
            request.Headers["X-Twilio-Signature"].ToString(), request.Headers["I-Twilio-Idempotency-Token"]);
        Func<Received, IResult>? answer;
        lock (_gate)
        {
            _received.Add(received);
            answer = _answers.GetValueOrDefault(received.Path);
        }
        return answer?.Invoke(received) ?? Results.NoContent();
    }
}
