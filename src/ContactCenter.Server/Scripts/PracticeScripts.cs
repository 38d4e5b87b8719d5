using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>Everything that is in force for one practice. Immutable.</summary>
internal sealed record PracticeScripts
{
    public required string Slug { get; init; }

    public required IvrFlow Flow { get; init; }

    public required EscalationPolicy Escalation { get; init; }

    /// <summary>Null where the practice's calendar is not kept here.</summary>
    public BookingBook? Booking { get; init; }

    /// <summary>All protocols by their names, whether they may be proposed or not.</summary>
    public required IReadOnlyDictionary<string, TriageProtocol> Protocols { get; init; }

    /// <summary>Whether unsigned samples may be proposed here.</summary>
    public required bool SamplesAllowed { get; init; }

    public OpeningHours Hours => Flow.Hours;

    /// <summary>The protocols that may be proposed at an instant: signed or allowed samples, and not overdue for review.</summary>
    public IEnumerable<TriageProtocol> UsableProtocols(Instant now)
    {
        var today = now.InZone(Hours.Zone).Date;
        return Protocols.Values.Where(p => p.UseOn(today, SamplesAllowed) == ProtocolUse.Usable);
    }
}
