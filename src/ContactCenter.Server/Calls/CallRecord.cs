using ContactCenter.Domain.Triage;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Server.Calls;

/// <summary>
/// The row of a call: what routing, consoles and sweeps ask for without reading its facts. All but the pinned script, the dialogue's position,
/// the agent's draft and her choice of the patient is a copy of <see cref="CallStory"/>, written in the transaction that recorded the facts.
/// </summary>
internal sealed class CallRecord
{
    public required CallId Id { get; init; }
    public required PracticeId PracticeId { get; init; }
    public required string CallerLeg { get; init; }

    /// <summary>E.164 of the line that was dialled: ours, not a person's.</summary>
    public required string Line { get; init; }

    /// <summary>Search token of the caller's number within the practice, or null when masked: finds earlier calls without knowing the number.</summary>
    public long? CallerToken { get; init; }

    /// <summary>Who the number said was calling, when it rang: the dialogue keeps to it.</summary>
    public CallerKind Caller { get; init; }
    public required Instant ArrivedAt { get; init; }

    /// <summary>The IVR flow this call began with, in the form of <see cref="ScriptVersion"/>.</summary>
    public required string Script { get; set; }

    /// <summary>Where the caller stands in the dialogue, as JSON; it holds keys and node names, never words.</summary>
    public string? IvrPosition { get; set; }

    public CallState State { get; set; }
    public Instant StateSince { get; set; }
    public Instant? QueuedAt { get; set; }
    public Urgency Urgency { get; set; }
    public string? Reason { get; set; }
    public string Skills { get; set; } = "";
    public string Language { get; set; } = "fr-FR";
    public AgentId? AgentId { get; set; }
    public AgentId? OfferedTo { get; set; }

    /// <summary>The vendor's name of the conference that the caller was last in.</summary>
    public string? Conference { get; set; }
    public Instant? AnsweredAt { get; set; }
    public Instant? CallerLeftAt { get; set; }
    public bool EmergencyOpen { get; set; }
    public CallOutcome Outcome { get; set; }

    /// <summary>The practice's patient whom it is about, as its agent last chose; null when she chose nobody.</summary>
    public PatientId? PatientId { get; set; }

    /// <summary>Notes of the agent while she works, sealed.</summary>
    public byte[]? Notes { get; set; }
    public string? Disposition { get; set; }

    /// <summary>Her notes are closed, though the caller may still be with a target.</summary>
    public bool WrapUpFinished { get; set; }

    /// <summary>Times the call was accepted; the first of them counts as answered.</summary>
    public int Acceptances { get; set; }

    /// <summary>The leg that the agent's console must start now, as a label, or null.</summary>
    public string? ExpectedLeg { get; set; }

    /// <summary>Since when her leg is in the conference; null while none is, and while it is her own telephone's: no console tells of that one.</summary>
    public Instant? ConsoleLegSince { get; set; }

    /// <summary>When the attempt to reach somebody for this call counts as unanswered.</summary>
    public Instant? AttemptDueAt { get; set; }

    /// <summary>What the caller wished beside an emergency, in the agent's words, sealed; null while she wrote none.</summary>
    public byte[]? Wish { get; set; }

    /// <summary>When wrap-up ends by itself.</summary>
    public Instant? WrapUpDueAt { get; set; }

    /// <summary>When the vendor is asked about this call: for its end, for a leg that should be in, or for what its notices left out.</summary>
    public Instant? CheckDueAt { get; set; }

    /// <summary>Effects written so far; the next one's number.</summary>
    public int EffectsWritten { get; set; }
    public int Version { get; set; }

    public void CopyFrom(CallStory story)
    {
        State = story.State;
        StateSince = story.StateSince;
        QueuedAt = story.QueuedAt;
        Urgency = story.Urgency;
        Reason = story.Reason;
        Skills = string.Join(' ', story.Skills);
        AgentId = story.Agent;
        OfferedTo = story.OfferedTo;
        Conference = story.Conference;
        AnsweredAt = story.AnsweredAt;
        CallerLeftAt = story.CallerLeftAt;
        EmergencyOpen = story.EmergencyOpen;
        Outcome = story.Outcome;
        WrapUpFinished = story.WrapUpFinished;
        Acceptances = story.Acceptances;
        ExpectedLeg = story.AgentLegExpected?.ToString();
        ConsoleLegSince = story.AgentByPhone ? null : story.AgentLegSince;
        AttemptDueAt = story.IsOver ? null : story.OpenTransfer?.GivenUpAt;
        Disposition = story.Disposition ?? Disposition;
        Version++;
    }
}
