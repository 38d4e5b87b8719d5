using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>The date that an invoice issued now bears: the day in the seller's zone.</summary>
internal sealed class IssueDay(IOptions<BillingOptions> options, IClock clock)
{
    public LocalDate Today => clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[options.Value.SellerZone]).Date;
}
