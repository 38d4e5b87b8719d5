using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Triage;

/// <summary>
/// A compiled protocol: the questions that an agent reads out, in an order that asks for the worst first, and what follows from
/// the answers. It recognises and routes; it never diagnoses. Made by <see cref="TriageProtocolCompiler"/> only; immutable.
/// </summary>
public sealed record TriageProtocol
{
    public required ScriptVersion Version { get; init; }

    /// <summary>What the agent sees in the list of protocols.</summary>
    public required string Title { get; init; }

    public required ProtocolStatus ProtocolStatus { get; init; }

    /// <summary>Present exactly when the protocol is signed, and proved to fit its content.</summary>
    public ProtocolSignature? Signature { get; init; }

    /// <summary>From this date on the protocol is not proposed any more.</summary>
    public required LocalDate ReviewBefore { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    public required TriageScope Scope { get; init; }

    public required TriageTriggers Triggers { get; init; }

    /// <summary>In descending order of severity, those of the shared protocols included.</summary>
    public required IReadOnlyList<RedFlag> RedFlags { get; init; }

    /// <summary>Asked when no red flag was answered with yes.</summary>
    public required IReadOnlyList<TriageQuestion> Questions { get; init; }

    /// <summary>A plan for every disposition that the protocol can come to.</summary>
    public required IReadOnlyDictionary<Disposition, DispositionPlan> Plans { get; init; }

    /// <summary>Where the key for doubt leads, at any moment and without a reason given.</summary>
    public required Disposition DoubtExit { get; init; }

    /// <summary>Where a call goes whose every answer was no.</summary>
    public required Disposition Otherwise { get; init; }

    /// <summary>What the agent says at the end, word for word.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>Whether the protocol may be proposed on a day in the practice's own calendar.</summary>
    public ProtocolUse UseOn(LocalDate today, bool samplesAllowed) => ProtocolStatus switch
    {
        ProtocolStatus.Retired => ProtocolUse.Retired,
        ProtocolStatus.Draft => ProtocolUse.NotSigned,
        ProtocolStatus.Sample when !samplesAllowed => ProtocolUse.NotSigned,
        ProtocolStatus.Sample or ProtocolStatus.Signed => today < ReviewBefore ? ProtocolUse.Usable : ProtocolUse.ReviewOverdue,
    };
}
