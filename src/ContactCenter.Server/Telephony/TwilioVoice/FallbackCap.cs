using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>The day's cap where the database cannot be asked: each process counts for itself.</summary>
internal sealed class FallbackCap(IOptions<TwilioOptions> options, IClock clock)
{
    private readonly Lock _gate = new();
    private LocalDate _day;
    private int _calls;

    /// <summary>Counts one call; false when the day's cap is reached.</summary>
    public bool Take()
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        lock (_gate)
        {
            if (today != _day)
                (_day, _calls) = (today, 0);
            return _calls++ < options.Value.DailyOutboundCap;
        }
    }
}
