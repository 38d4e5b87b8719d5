using System.Globalization;
using ContactCenter.Domain.Calls;

namespace ContactCenter.Domain.Billing;

/// <summary>What a tariff costs, in sentences for a person who compares it with another.</summary>
public static class TariffSentences
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static IEnumerable<BillingLabel> Of(Tariff tariff)
    {
        if (tariff.Flat is { } flat)
            yield return Price(flat.Label, flat.Amount, flat.Vat).With(
                string.Concat(flat.Included.OrderBy(i => i.Key).Select(i => $", {i.Value.ToString("N0", French)} {Units(i.Key).Fr} comprises")),
                string.Concat(flat.Included.OrderBy(i => i.Key).Select(i => $", {i.Value.ToString("N0", English)} {Units(i.Key).En} included")));
        if (tariff.Fees.Any(f => f.Counts == Meter.Seconds))
            yield return Seconds(tariff.Seconds);
        foreach (var fee in tariff.Fees)
            yield return Fee(tariff, fee);
        if (tariff.Minimum is { } minimum)
            yield return Price(minimum.Label, minimum.Amount, minimum.Vat);
        if (tariff.SetUp is { } setUp)
            yield return Price(setUp.Label, setUp.Amount, setUp.Vat);
    }

    private static BillingLabel Price(BillingLabel label, Money amount, VatTreatment vat) => label.With(
        $" : {Euros(amount.MinorUnits / 100m, French)} HT{Taxed(vat).Fr}", $": {Euros(amount.MinorUnits / 100m, English)} before VAT{Taxed(vat).En}");

    private static BillingLabel Seconds(SecondsRule rule)
    {
        var kinds = rule.Kinds.Order().Select(Kind).ToList();
        var (fr, en) = (
            $"Secondes comptées : {string.Join(", ", kinds.Select(k => k.Fr))}", $"Seconds counted: {string.Join(", ", kinds.Select(k => k.En))}");
        if (rule.Kinds.Contains(SegmentKind.WrapUp))
            (fr, en) = ($"{fr} (notes : {rule.WrapUpCap} s au plus)", $"{en} (notes: at most {rule.WrapUpCap} s)");
        (fr, en) = rule.Increment == 1
            ? ($"{fr} ; à la seconde", $"{en}; by the second")
            : ($"{fr} ; par {rule.Increment} s entamées", $"{en}; by {rule.Increment} s begun");
        return rule.Minimum == 0 ? new(fr, en) : new($"{fr}, {rule.Minimum} s au moins par appel", $"{en}, at least {rule.Minimum} s a call");
    }

    private static BillingLabel Fee(Tariff tariff, UsageFee fee)
    {
        var unit = Per(fee);
        var tiers = fee.Tiers.Select((t, i) => Tier(fee, i, t)).ToList();
        var whole = fee.Mode == TierMode.Whole && tiers.Count > 1
            ? new BillingLabel(" (le palier atteint vaut pour tout)", " (the tier reached holds for all)")
            : new("", "");
        var bands = fee.Bands.Count == tariff.Bands.Length ? new BillingLabel("", "") : new(
            $" ({string.Join(", ", fee.Bands.Order().Select(b => tariff.Bands[b].Label.Fr))})",
            $" ({string.Join(", ", fee.Bands.Order().Select(b => tariff.Bands[b].Label.En))})");
        var taxed = Taxed(fee.Vat);
        return new(
            $"{fee.Label.Fr}{bands.Fr} : {string.Join(", puis ", tiers.Select(t => t.Fr))} HT{unit.Fr}{whole.Fr}{taxed.Fr}",
            $"{fee.Label.En}{bands.En}: {string.Join(", then ", tiers.Select(t => t.En))} before VAT{unit.En}{whole.En}{taxed.En}");
    }

    private static BillingLabel Tier(UsageFee fee, int index, PriceTier tier)
    {
        var price = tier.Price.MicroUnits / 1_000_000m;
        var units = Units(fee.Counts);
        return tier.UpTo is { } end
            ? new(
                $"{Euros(price, French)} jusqu’à {end.ToString("N0", French)} {units.Fr}",
                $"{Euros(price, English)} up to {end.ToString("N0", English)} {units.En}")
            : new(Euros(price, French), Euros(price, English));
    }

    private static BillingLabel Per(UsageFee fee) => (fee.Counts, fee.Tiers[0].Price.Per) switch
    {
        (Meter.Seconds, 60) => new(" la minute", " a minute"),
        (Meter.Seconds, 3_600) => new(" l’heure", " an hour"),
        (Meter.Seconds, 1) => new(" la seconde", " a second"),
        (_, 1) => new(" l’unité", " each"),
        (_, var per) => new($" les {per}", $" for {per}"),
    };

    private static BillingLabel Units(Meter meter) => meter switch
    {
        Meter.Seconds => new("secondes", "seconds"),
        Meter.AnsweredCalls => new("communications", "answered calls"),
        Meter.Appointments => new("prises de rendez-vous", "appointments"),
        Meter.Messages => new("prises de message", "messages"),
        Meter.TextMessages => new("notifications par SMS", "text messages"),
    };

    private static BillingLabel Kind(SegmentKind kind) => kind switch
    {
        SegmentKind.Talk => new("conversation", "conversation"),
        SegmentKind.Hold => new("mise en attente", "hold"),
        SegmentKind.Consult => new("consultation d’un collègue jusqu’à l’acceptation", "consulting a colleague until accepted"),
        SegmentKind.Transferred => new("appel transféré", "transferred call"),
        SegmentKind.Message => new("message vocal", "voice message"),
        SegmentKind.WrapUp => new("notes", "notes"),
        SegmentKind.Ivr or SegmentKind.Waiting or SegmentKind.Ringing or SegmentKind.Emergency or SegmentKind.Technical =>
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Such seconds are never charged."),
    };

    private static BillingLabel Taxed(VatTreatment vat) => vat.ExemptionReason is { } reason
        ? new($", exonéré de TVA ({reason})", $", exempt from VAT ({reason})")
        : new($", TVA {(vat.BasisPoints / 100m).ToString("0.##", French)} %", $", VAT {(vat.BasisPoints / 100m).ToString("0.##", English)} %");

    private static string Euros(decimal amount, CultureInfo culture) => $"{amount.ToString("#,##0.00####", culture)} €";
}
