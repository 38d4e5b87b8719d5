using ContactCenter.Domain.Billing.Ledgers;
using ContactCenter.Domain.Calls;
using NodaTime;

namespace ContactCenter.Server.Telephony;

/// <summary>What the telephony vendor keeps and charges, in the house's own words: the ledgers are compared with it.</summary>
internal interface ICarrier
{
    /// <summary>There is an account to ask; without one nobody can be rung either.</summary>
    bool HasAccount { get; }

    /// <summary>Every leg that began on a day in UTC.</summary>
    /// <exception cref="CarrierSilentException">The vendor did not answer, or not to the end.</exception>
    Task<IReadOnlyList<CarrierCharge>> OfDay(LocalDate day, CancellationToken cancellationToken);

    /// <summary>The record of one leg; null when the vendor has none.</summary>
    /// <exception cref="CarrierSilentException">The vendor did not answer.</exception>
    Task<CarrierCharge?> Of(LegRef leg, CancellationToken cancellationToken);
}

/// <summary>The vendor's records could not be read: nothing may be concluded from what is missing in them.</summary>
internal sealed class CarrierSilentException(int code, Exception? cause = null) : Exception($"Twilio's call records could not be read ({code}).", cause);
