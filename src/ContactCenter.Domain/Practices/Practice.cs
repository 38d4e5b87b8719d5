using NodaTime;

namespace ContactCenter.Domain.Practices;

/// <summary>A medical practice that is our client: whose patients call, whose calendar is booked, who is invoiced.</summary>
public sealed class Practice
{
    public required PracticeId Id { get; init; }

    /// <summary>Its name in folders, files and addresses: lower-case letters, digits and hyphens; unique.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>IANA id of the zone of its clocks, such as <c>Indian/Reunion</c>.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Which public holidays it keeps.</summary>
    public required HolidayRegion Region { get; set; }

    /// <summary>What an agent says when picking up.</summary>
    public required string AnswerPhraseFr { get; set; }

    public required string AnswerPhraseEn { get; set; }

    public string? Address { get; set; }

    /// <summary>The practice's own telephone, E.164: the last resort when nobody of ours can answer. Null when there is none.</summary>
    public string? OwnPhone { get; set; }

    /// <summary>Whether a caller may leave a message when nobody answers.</summary>
    public bool TakesVoicemail { get; set; } = true;

    /// <summary>Since when the practice is shut by order; null when it is not.</summary>
    public Instant? ForcedCloseFrom { get; private set; }

    /// <summary>The end of the order, exclusive; null means until it is lifted.</summary>
    public Instant? ForcedCloseUntil { get; private set; }

    /// <summary>Counts the changes: an edit that began from an older version is refused.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The order to shut as <see cref="OpeningHours.ForcedClose"/> takes it.</summary>
    public Interval? ForcedClose => ForcedCloseFrom is { } from ? new Interval(from, ForcedCloseUntil) : null;

    /// <summary>Shuts from <paramref name="from"/> to <paramref name="until"/>, exclusive; null: until lifted.</summary>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not after <paramref name="from"/>.</exception>
    public void CloseByOrder(Instant from, Instant? until)
    {
        if (until <= from)
            throw new ArgumentException("A forced close ends after it begins.", nameof(until));
        (ForcedCloseFrom, ForcedCloseUntil) = (from, until);
        Version++;
    }

    /// <summary>Lifts the order to shut.</summary>
    public void LiftForcedClose()
    {
        (ForcedCloseFrom, ForcedCloseUntil) = (null, null);
        Version++;
    }

    /// <summary>The phrase for a culture such as <c>en-GB</c>; French for all but English.</summary>
    public string AnswerPhrase(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? AnswerPhraseEn : AnswerPhraseFr;
}
