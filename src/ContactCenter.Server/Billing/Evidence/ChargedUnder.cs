using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Billing.Evidence;

/// <summary>Which stretches of a call a practice pays for: by the tariff that held when it arrived, else by what any tariff may charge.</summary>
internal sealed record ChargedUnder(Tariff? Tariff)
{
    public static async Task<ChargedUnder> At(
        ContactCenterDb db, TariffBook book, PracticeId practice, Instant moment, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var read = await Agreement.Read(db, book, practice, moment.InZone(zone).Date.ToYearMonth(), cancellationToken);
        return new ChargedUnder(read.Value?.Contract.TariffAt(moment));
    }

    public bool Charges(SegmentKind kind) => Tariff?.Charges(kind) ?? SecondsRule.MayBeBillable.Contains(kind);
}
