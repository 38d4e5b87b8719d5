using System.Net;
using System.Text.Json;
using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>What a refusal says and carries.</summary>
internal static class FaultText
{
    /// <summary>The server's own sentence, or that it does not answer, or does not show this to her.</summary>
    public static string Say(this Fault fault) => fault switch
    {
        { IsUnreachable: true } => CommonWords.Unreachable,
        { Sentence: { } sentence } => sentence,
        { Http: HttpStatusCode.NotFound or HttpStatusCode.Forbidden } => CommonWords.OutOfReach,
        _ => CommonWords.Refused,
    };

    /// <summary>What is now, where the refusal shows it.</summary>
    public static T? Current<T>(this Fault fault, string field) where T : class =>
        fault.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.Deserialize<T>(ConsoleApi.Json)
            : null;
}
