using System.Net;
using System.Text.Json;
using ContactCenter.Contracts;

namespace ContactCenter.AgentConsole.Api;

/// <summary>What the server answered: a value, or why there is none.</summary>
internal readonly record struct Answer<T>(T? Value, Fault? Fault)
{
    public bool Succeeded => Fault is null;
}

/// <param name="Code">The stable code of the ProblemDetails, or <see cref="UnreachableCode"/>.</param>
/// <param name="Sentence">The server's own sentence, in her language, or null.</param>
/// <param name="Body">The whole ProblemDetails, for what else it carries.</param>
internal sealed record Fault(string Code, HttpStatusCode? Http = null, string? Sentence = null, JsonElement? Body = null)
{
    public const string UnreachableCode = "unreachable";

    public static Fault Unreachable { get; } = new(UnreachableCode);

    /// <summary>The server, or the database behind it, is not there for the moment.</summary>
    public bool IsUnreachable => Code is UnreachableCode or RequestProblems.Unavailable;

    public static async Task<Fault> From(HttpResponseMessage response)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
            var body = document.RootElement.Clone();
            var code = Text(body, "code");
            // Without a code it is not ours, and its title the protocol's own, in English.
            return new Fault(code ?? Unnamed(response), response.StatusCode, Text(body, "detail") ?? (code is null ? null : Text(body, "title")), body);
        }
        catch (JsonException)
        {
            return new Fault(Unnamed(response), response.StatusCode);
        }
    }

    private static string Unnamed(HttpResponseMessage response) => $"http-{(int)response.StatusCode}";

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
