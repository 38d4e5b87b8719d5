using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Outbound calls of one UTC day, shared by all nodes.</summary>
internal sealed class OutboundDay
{
    public required LocalDate Day { get; init; }
    public int Calls { get; set; }
    public int Version { get; set; }
}

internal sealed class OutboundDayConfiguration : IEntityTypeConfiguration<OutboundDay>
{
    public void Configure(EntityTypeBuilder<OutboundDay> builder)
    {
        builder.ToTable("OutboundDays");
        builder.HasKey(d => d.Day);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}

/// <summary>A ceiling on what a fault or a fraud can cost in a day. Emergencies never ask it.</summary>
internal sealed class OutboundCap(Store store, IOptions<TwilioOptions> options, IClock clock, ILogger<OutboundCap> log)
{
    /// <summary>Counts one call; false when the day's cap is reached.</summary>
    public async Task<bool> Take(CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var taken = await store.Write(async (db, token) =>
        {
            var day = await db.Set<OutboundDay>().SingleOrDefaultAsync(d => d.Day == today, token);
            if (day is null)
                db.Add(day = new OutboundDay { Day = today });
            if (day.Calls >= options.Value.DailyOutboundCap)
                return false;
            day.Calls++;
            day.Version++;
            return true;
        }, Rerun.OnConflictOrTakenKey, cancellationToken);
        if (!taken)
            log.LogError("The cap of {Cap} outbound calls for today is reached", options.Value.DailyOutboundCap);
        return taken;
    }
}
