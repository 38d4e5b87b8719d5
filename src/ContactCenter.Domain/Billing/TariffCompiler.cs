using System.Collections.Immutable;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>Makes a tariff of its script, or says all that is wrong with it at once.</summary>
public static class TariffCompiler
{
    public static Compiled<Tariff> Compile(ScriptMapping script, string hash)
    {
        var bag = new DiagnosticBag();
        return bag.Close(Read(new Fields(script, bag), hash));
    }

    private static Tariff? Read(Fields fields, string hash)
    {
        var name = fields.Id("tariff");
        var version = fields.Int("version", 1, int.MaxValue);
        var label = TariffFields.Label(fields, "label");
        var from = fields.Date("valid_from");
        var vat = TariffFields.Vat(fields, fallback: null);
        var bands = TimeBandReader.Read(fields);
        var seconds = ReadSeconds(fields);
        var flat = ReadFlat(fields, vat);
        var fees = UsageFeeReader.Read(fields, bands, vat);
        var minimum = ReadFixed(fields, "minimum", new BillingLabel("Complément au minimum mensuel", "Supplement to the monthly minimum"), vat);
        var setUp = ReadFixed(fields, "set_up", new BillingLabel("Frais de mise en service", "Set-up fee"), vat);
        fields.Done();
        Check(fields, bands, flat, fees, minimum);
        if (name is null || version is null || label is null || from is null || vat is null || fields.Bag.HasErrors)
            return null;
        return new Tariff
        {
            Version = new ScriptVersion(name, version.Value, hash), Label = label, ValidFrom = from.Value, Bands = bands, Seconds = seconds,
            Flat = flat, Fees = fees, Minimum = minimum, SetUp = setUp,
        };
    }

    private static SecondsRule ReadSeconds(Fields fields)
    {
        var rule = new SecondsRule([SegmentKind.Talk], 60, 1, 0);
        if (fields.OptionalMap("seconds") is not { } map)
            return rule;
        var kinds = map.Choices<SegmentKind>("kinds");
        foreach (var never in kinds.Where(k => !SecondsRule.MayBeBillable.Contains(k)))
            map.Report(TariffCodes.NeverBillable, "kinds", SnakeCase.Name(never), Names(SecondsRule.MayBeBillable));
        var increment = map.OptionalInt("increment", 1, 60) ?? 1;
        if (!SecondsRule.Increments.Contains(increment))
            map.Report(TariffCodes.Increment, "increment", increment);
        var minimum = map.OptionalInt("minimum", 0, 600) ?? 0;
        var cap = map.OptionalDuration("wrap_up_cap", Duration.Zero, Duration.FromHours(1)) ?? Duration.FromSeconds(60);
        map.Done();
        return new SecondsRule(kinds.Count == 0 ? rule.Kinds : [.. kinds], (int)cap.TotalSeconds, increment, minimum);
    }

    private static FlatFee? ReadFlat(Fields fields, VatTreatment? vat)
    {
        if (fields.OptionalMap("flat") is not { } map)
            return null;
        var label = TariffFields.Label(map, "label");
        var amount = TariffFields.Amount(map, "amount");
        var own = TariffFields.Vat(map, vat);
        var included = ImmutableDictionary.CreateBuilder<Meter, long>();
        if (map.OptionalMap("included") is { } units)
        {
            foreach (var meter in Enum.GetValues<Meter>())
            {
                if (units.OptionalInt(SnakeCase.Name(meter), 1, int.MaxValue) is { } count)
                    included[meter] = count;
            }

            units.Done();
        }

        map.Done();
        return label is null || amount is null || own is null ? null : new FlatFee(label, amount.Value, included.ToImmutable(), own);
    }

    private static FixedFee? ReadFixed(Fields fields, string key, BillingLabel usual, VatTreatment? vat)
    {
        if (fields.OptionalMap(key) is not { } map)
            return null;
        var amount = TariffFields.Amount(map, "amount");
        var label = map.Has("label") ? TariffFields.Label(map, "label") : usual;
        var own = TariffFields.Vat(map, vat);
        map.Done();
        return label is null || amount is null || own is null ? null : new FixedFee(label, amount.Value, own);
    }

    private static void Check(Fields fields, ImmutableArray<TimeBand> bands, FlatFee? flat, ImmutableArray<UsageFee> fees, FixedFee? minimum)
    {
        if (flat is null && fees.IsEmpty && minimum is null && !fields.Bag.HasErrors)
            fields.Bag.Report(TariffCodes.NothingCharged, fields.Span);
        foreach (var meter in fees.Select(f => f.Counts).Distinct())
        {
            for (var band = 0; band < bands.Length; band++)
            {
                var counting = fees.Where(f => f.Counts == meter && f.Bands.Contains(band)).Select(f => f.Id).ToList();
                if (counting.Count == 0)
                    fields.Report(TariffCodes.BandUnpriced, "fees", SnakeCase.Name(meter), bands[band].Id);
                if (counting.Count > 1)
                    fields.Report(TariffCodes.BandTwice, "fees", counting[0], counting[1], SnakeCase.Name(meter), bands[band].Id);
            }
        }

        foreach (var meter in flat?.Included.Keys.Where(m => fees.All(f => f.Counts != m)).Order() ?? Enumerable.Empty<Meter>())
            fields.Report(TariffCodes.IncludedUncounted, "flat", SnakeCase.Name(meter));
    }

    private static string Names(IEnumerable<SegmentKind> kinds) => string.Join(", ", kinds.Order().Select(SnakeCase.Name));
}
