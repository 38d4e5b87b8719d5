using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>What a refusal says and carries.</summary>
internal static class FaultText
{
    /// <summary>The server's own sentence, or that it does not answer.</summary>
    public static string Say(this Fault fault) => fault.IsUnreachable ? CommonWords.Unreachable : fault.Sentence ?? CommonWords.Refused;

    /// <summary>What is now, where the refusal shows it.</summary>
    public static T? Current<T>(this Fault fault, string field) where T : class =>
        fault.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.Deserialize<T>(ConsoleApi.Json)
            : null;
}
