using System.Diagnostics;

namespace ContactCenter.Server.Hosting.Telemetry;

/// <summary>Stretches of work for whoever traces one call. A call's id may stand in them, and nothing else about anybody.</summary>
internal static class Spans
{
    public const string SourceName = "ContactCenter";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Null, and free, when nobody traces.</summary>
    public static Activity? OfCall(string name, Guid callId, string kind) =>
        Source.StartActivity(name)?.SetTag("call.id", callId.ToString()).SetTag($"{name}.kind", kind);
}
