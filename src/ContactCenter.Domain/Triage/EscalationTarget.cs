using NodaTime;

namespace ContactCenter.Domain.Triage;

/// <summary>Someone a call can be escalated to.</summary>
/// <param name="Id">The name under which scripts refer to it.</param>
/// <param name="Name">What the agent sees: <c>SAMU</c>, <c>Dr Martin</c>.</param>
/// <param name="Number">E.164, or a short emergency number.</param>
/// <param name="Ring">How long it may ring before the next attempt.</param>
public sealed record EscalationTarget(string Id, string Name, string Number, Duration Ring)
{
    /// <summary>
    /// Behind a number of its own there may be a voicemail: who picks up must accept by a key. The short emergency numbers are never asked for one.
    /// </summary>
    public bool AsksForKey => IsPrivate(Number);

    public static bool IsPrivate(string number) => number.StartsWith('+');

    /// <summary>Doctors' numbers are private; those of the emergency services are not, but are not needed either.</summary>
    public override string ToString() => $"{nameof(EscalationTarget)} {Id}";
}
