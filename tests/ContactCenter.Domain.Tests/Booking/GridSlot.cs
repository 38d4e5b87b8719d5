using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>A slot as the oracle sees it.</summary>
internal sealed record GridSlot(PractitionerId Practitioner, Instant Start, Instant End, int Lane, RuleStrength? Asks)
{
    public override string ToString() => $"{Practitioner} {Start} {(End - Start).TotalMinutes} min lane {Lane} {Asks}";
}
