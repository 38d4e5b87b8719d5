using ContactCenter.Contracts.Patients;

namespace ContactCenter.Contracts.Consoles;

/// <summary>A ringing call, with what she needs before she answers.</summary>
public sealed record OfferView
{
    public required Guid OfferId { get; init; }
    public required Guid CallId { get; init; }
    public required PracticeCard Practice { get; init; }
    public required CallerView Caller { get; init; }
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>When the offer lapses by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset WaitingSince { get; init; }
    public required CallUrgency Urgency { get; init; }

    /// <summary>What the caller chose in the IVR, in the agent's words, for instance "Rendez-vous".</summary>
    public string? Reason { get; init; }

    /// <summary>Why routing chose her, as sentences.</summary>
    public required IReadOnlyList<string> Because { get; init; }
}

public enum CallUrgency { Routine, Elevated, Urgent, Emergency }

/// <summary>How the agent answers for a practice.</summary>
public sealed record PracticeCard
{
    public required Guid PracticeId { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>What she says when picking up.</summary>
    public required string AnswerPhrase { get; init; }

    /// <summary>IANA zone id; <see cref="UtcOffsetMinutes"/> is its offset now, so that the browser needs no zone data.</summary>
    public required string TimeZone { get; init; }
    public required int UtcOffsetMinutes { get; init; }

    /// <summary>The standing instructions valid now, the most specific first.</summary>
    public required IReadOnlyList<string> Instructions { get; init; }

    /// <summary>Whether the practice is open by its hours now, with a sentence such as "ouvert jusqu'à 19:00".</summary>
    public required bool IsOpen { get; init; }
    public string? OpenSentence { get; init; }
    public string? Address { get; init; }
}

/// <summary>Who is calling, as far as known.</summary>
/// <param name="Number">E.164, or null when masked.</param>
/// <param name="Patients">Patients known under that number: a household may share it.</param>
/// <param name="CallsToday">Earlier calls of this number to this practice today.</param>
/// <param name="LastContact">The last call of this number to this practice before this one, or null.</param>
public sealed record CallerView(string? Number, IReadOnlyList<KnownPatient> Patients, int CallsToday, LastContact? LastContact);

/// <param name="At">When it arrived, at the practice's offset.</param>
/// <param name="Outcome">What became of it, in the agent's words.</param>
/// <param name="AgentName">Who had it in hand, or null when nobody answered or she has left.</param>
public sealed record LastContact(DateTimeOffset At, string Outcome, string? AgentName);

/// <param name="Flags">What she should know before she speaks.</param>
/// <param name="Alert">What nobody may overlook, in a few words, or null.</param>
/// <param name="Next">The next appointment to come, or null.</param>
public sealed record KnownPatient(
    Guid PatientId, string Name, DateOnly? BirthDate, IReadOnlyList<PatientFlag>? Flags = null, string? Alert = null, NextVisit? Next = null);

/// <param name="Start">At the practice's offset.</param>
public sealed record NextVisit(DateTimeOffset Start, string Practitioner, string Reason);
