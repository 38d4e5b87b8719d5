using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ContactCenter.AgentConsole.Api;

/// <summary>Reads an answer line by line, while the server still writes it.</summary>
internal sealed class StepsOfAnswer(HttpClient http, TimeProvider time)
{
    /// <summary>Sends a file.</summary>
    /// <param name="told">Each line as it comes.</param>
    /// <returns>Why it did not come to its end; null when it did.</returns>
    public async Task<Fault?> Send<T>(string path, byte[] file, Action<T> told, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await Read(request, told, Timeout.InfiniteTimeSpan, cancellationToken);
    }

    /// <summary>Listens to an answer that goes on for a while.</summary>
    /// <param name="silence">A server that says nothing for so long is gone.</param>
    /// <inheritdoc cref="Send"/>
    public async Task<Fault?> Listen<T>(string path, Action<T> told, TimeSpan silence, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Read(request, told, silence, cancellationToken);
    }

    private async Task<Fault?> Read<T>(HttpRequestMessage request, Action<T> told, TimeSpan silence, CancellationToken cancellationToken)
    {
        using var gone = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return await Fault.From(response);
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(either.Token));
            while (await lines.ReadLineAsync(either.Token) is { } line)
            {
                gone.CancelAfter(silence);
                told(JsonSerializer.Deserialize<T>(line, ConsoleApi.Json)!);
            }
            return null;
        }
        // A line that breaks off is the server gone in the middle.
        catch (Exception unreachable) when (unreachable is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return Fault.Unreachable;
        }
    }
}
