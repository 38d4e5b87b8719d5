using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.AgentConsole.Api;

namespace ContactCenter.AgentConsole.Tests.Support;

/// <summary>Answers requests by "METHOD path?query" and keeps them.</summary>
internal sealed class ScriptedHttp : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpResponseMessage>> answers = [];

    public List<(string Request, string? Body, string? Key)> Received { get; } = [];

    public void On(string request, object? body, HttpStatusCode code = HttpStatusCode.OK) => answers[request] = () => new HttpResponseMessage(code)
    {
        Content = body is null ? new ByteArrayContent([]) : JsonContent.Create(body, body.GetType(), options: ConsoleApi.Json),
    };

    /// <summary>An answer of one line of JSON after the other.</summary>
    public void Lines<T>(string request, params T[] lines) => answers[request] = () => new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = new StringContent(string.Concat(lines.Select(line => JsonSerializer.Serialize(line, ConsoleApi.Json) + '\n'))),
    };

    /// <summary>An answer that goes on: what is written comes at once.</summary>
    public StreamWriter Opens(string request)
    {
        var pipe = new Pipe();
        answers[request] = () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(pipe.Reader.AsStream()) };
        return new StreamWriter(pipe.Writer.AsStream()) { AutoFlush = true };
    }

    public void Unreachable(string request) => answers[request] = () => throw new HttpRequestException("unreachable");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Received.Add((asked, body, request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null));
        return answers.TryGetValue(asked, out var answer) ? answer() : new HttpResponseMessage(HttpStatusCode.NotFound);
    }
}
