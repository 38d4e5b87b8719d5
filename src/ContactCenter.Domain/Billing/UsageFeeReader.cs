using System.Collections.Immutable;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Billing;

/// <summary>Reads the fees of a tariff: what they count, in which bands, at which price or tiers.</summary>
internal static class UsageFeeReader
{
    private static readonly Dictionary<string, int> SecondUnits = new() { ["second"] = 1, ["minute"] = 60, ["hour"] = 3600 };

    private static readonly Dictionary<string, int> PieceUnits = new() { ["unit"] = 1 };

    public static ImmutableArray<UsageFee> Read(Fields fields, ImmutableArray<TimeBand> bands, VatTreatment? vat) => fields.Has("fees")
        ? [.. fields.NamedMaps("fees").Select(f => ReadFee(f.Name, f.Fields, bands, vat)).OfType<UsageFee>()]
        : [];

    private static UsageFee? ReadFee(string id, Fields fields, ImmutableArray<TimeBand> bands, VatTreatment? vat)
    {
        var label = TariffFields.Label(fields, "label");
        var counts = fields.Choice<Meter>("counts");
        var per = counts is null ? null : ReadUnit(fields, counts.Value);
        var counted = ReadBands(fields, bands);
        var own = TariffFields.Vat(fields, vat);
        var mode = fields.OptionalChoice<TierMode>("mode");
        var tiers = ReadTiers(fields, per ?? 1);
        if (fields.Has("tiers") && mode is null)
            fields.Report(TariffCodes.TiersWithoutMode, "tiers");
        fields.Done();
        return label is null || counts is null || own is null || tiers.Count == 0
            ? null
            : new UsageFee(id, label, counts.Value, counted, mode ?? TierMode.Marginal, [.. tiers], own);
    }

    private static int? ReadUnit(Fields fields, Meter meter)
    {
        var units = meter == Meter.Seconds ? SecondUnits : PieceUnits;
        var others = meter == Meter.Seconds ? PieceUnits : SecondUnits;
        var text = meter == Meter.Seconds ? fields.Text("per") : fields.OptionalText("per") ?? "unit";
        if (text is null || units.TryGetValue(text, out _))
            return text is null ? null : units[text];
        if (others.ContainsKey(text))
            fields.Report(TariffCodes.WrongUnit, "per", SnakeCase.Name(meter), text, string.Join(", ", units.Keys));
        else
            fields.Report(TariffCodes.UnknownUnit, "per", text, string.Join(", ", units.Keys));
        return null;
    }

    private static ImmutableHashSet<int> ReadBands(Fields fields, ImmutableArray<TimeBand> bands)
    {
        if (!fields.Has("bands"))
            return [.. Enumerable.Range(0, bands.Length)];
        var found = ImmutableHashSet.CreateBuilder<int>();
        foreach (var text in fields.Texts("bands"))
        {
            var index = bands.ToList().FindIndex(b => b.Id == text.Text);
            if (index < 0)
                fields.Bag.Report(TariffCodes.UnknownBand, text.Span, text.Text, string.Join(", ", bands.Select(b => b.Id)));
            else
                found.Add(index);
        }

        return found.ToImmutable();
    }

    private static List<PriceTier> ReadTiers(Fields fields, int per)
    {
        if (fields.Has("price") == fields.Has("tiers"))
        {
            fields.Bag.Report(TariffCodes.PriceOrTiers, fields.Span);
            return [];
        }

        if (fields.Has("price"))
            return TariffFields.MicroUnits(fields, "price") is { } price ? [new PriceTier(null, new UnitPrice(price, per))] : [];
        var tiers = new List<PriceTier>();
        var written = fields.Maps("tiers");
        for (var i = 0; i < written.Count; i++)
        {
            var upTo = written[i].OptionalInt("up_to", 1, int.MaxValue);
            var price = TariffFields.MicroUnits(written[i], "price");
            written[i].Done();
            if (upTo is null != (i == written.Count - 1))
                written[i].Bag.Report(TariffCodes.LastTier, written[i].Span);
            if (tiers.Count > 0 && upTo <= tiers[^1].UpTo)
                written[i].Report(TariffCodes.TierOrder, "up_to", upTo!.Value);
            if (price is not null)
                tiers.Add(new PriceTier(upTo, new UnitPrice(price.Value, per)));
        }

        return tiers;
    }
}
