using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ContactCenter.AgentConsole.Api;

/// <summary>Sends a file and reads the answer line by line, while the server still writes it.</summary>
internal sealed class StepsOfAnswer(HttpClient http)
{
    /// <param name="told">Each line as it comes.</param>
    /// <returns>Why it did not come to its end; null when it did.</returns>
    public async Task<Fault?> Send<T>(string path, byte[] file, Action<T> told, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
                return await Fault.From(response);
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
                told(JsonSerializer.Deserialize<T>(line, ConsoleApi.Json)!);
            return null;
        }
        // A line that breaks off is the server gone in the middle.
        catch (Exception unreachable) when (unreachable is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return Fault.Unreachable;
        }
    }
}
