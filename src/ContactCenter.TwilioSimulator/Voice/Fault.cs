namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Something the server got wrong, with Twilio's error code.</summary>
public sealed record Fault(int Code, string Message, string Leg, DateTimeOffset At);

/// <summary>A fault in a document, with Twilio's error code.</summary>
public sealed class TwimlFault(int code, string message) : Exception(message)
{
    /// <summary>The call moves to the next verb.</summary>
    public const int LabelTaken = 16025;

    public int Code { get; } = code;
}
