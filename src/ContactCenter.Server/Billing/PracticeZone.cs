using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing;

/// <summary>The zone whose clock a practice compares with.</summary>
internal static class PracticeZone
{
    public static async Task<DateTimeZone> Of(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken) =>
        DateTimeZoneProviders.Tzdb[await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.TimeZone).SingleAsync(cancellationToken)];
}
