using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactCenter.AgentConsole.Api;

/// <summary>The server's HTTP API. Nothing here throws for an answer that the server may give: a refusal is an answer.</summary>
internal sealed class ConsoleApi(HttpClient http, TimeProvider time)
{
    private const string IdempotencyKey = "Idempotency-Key";
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A request as it is sent: what tells a repetition from another one where lists stand in it.</summary>
    public static string Written<T>(T request) => JsonSerializer.Serialize(request, Json);

    /// <summary>Raised when the server no longer knows who she is.</summary>
    public event Action? SignedOut;

    public Task<Answer<T>> Get<T>(string path) => Send<T>(HttpMethod.Get, path, null, null);

    /// <param name="key">Made once per intent and repeated with every retry, so that it happens once.</param>
    public Task<Answer<T>> Post<T>(string path, object? body, Guid? key = null) => Send<T>(HttpMethod.Post, path, body, key);

    public Task<Answer<T>> Put<T>(string path, object? body, Guid? key = null) => Send<T>(HttpMethod.Put, path, body, key);

    public Task<Answer<T>> Delete<T>(string path, Guid? key = null) => Send<T>(HttpMethod.Delete, path, null, key);

    /// <summary>What bears a key may be sent again: the server does it once. So a short outage is bridged without her noticing.</summary>
    private async Task<Answer<T>> Send<T>(HttpMethod method, string path, object? body, Guid? key)
    {
        var answer = await SendOnce<T>(method, path, body, key);
        foreach (var pause in key is null ? [] : Pauses)
        {
            if (answer.Fault is not { IsUnreachable: true })
                break;
            await Task.Delay(pause, time);
            answer = await SendOnce<T>(method, path, body, key);
        }
        return answer;
    }

    private async Task<Answer<T>> SendOnce<T>(HttpMethod method, string path, object? body, Guid? key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: Json);
        if (key is { } once)
            request.Headers.Add(IdempotencyKey, once.ToString());
        try
        {
            using var response = await http.SendAsync(request);
            return await Read<T>(response);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            return new Answer<T>(default, Fault.Unreachable);
        }
    }

    private async Task<Answer<T>> Read<T>(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return new Answer<T>(await ReadBody<T>(response), null);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            SignedOut?.Invoke();
        return new Answer<T>(default, await Fault.From(response));
    }

    private static async Task<T?> ReadBody<T>(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0 ? default : await response.Content.ReadFromJsonAsync<T>(Json);
}
