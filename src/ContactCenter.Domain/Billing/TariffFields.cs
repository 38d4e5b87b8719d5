using System.Globalization;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Billing;

/// <summary>Reads the values that the parts of a tariff share.</summary>
internal static class TariffFields
{
    /// <summary>A French and an English text.</summary>
    public static BillingLabel? Label(Fields fields, string key)
    {
        if (fields.Map(key) is not { } map)
            return null;
        var (fr, en) = (map.Text("fr"), map.Text("en"));
        map.Done();
        return fr is null || en is null ? null : new BillingLabel(fr, en);
    }

    /// <summary>Euros with up to two decimals, zero or more.</summary>
    public static Money? Amount(Fields fields, string key) => MicroUnits(fields, key, decimals: 2) is { } micro ? new Money(micro / 10_000) : null;

    /// <summary>Millionths of a euro, zero or more.</summary>
    public static long? MicroUnits(Fields fields, string key, int decimals = 6)
    {
        if (fields.Text(key) is not { } text)
            return null;
        if (UnitPrice.ParseMicroUnits(text) is not { } micro || (decimals == 2 && micro % 10_000 != 0))
            fields.Report(TariffCodes.NotAPrice, key, key, text, decimals);
        else if (micro < 0)
            fields.Report(TariffCodes.Negative, key, key, text);
        else
            return micro;
        return null;
    }

    /// <summary>The rate or the exemption written here; <paramref name="fallback"/> when neither is, which the tariff itself must not do.</summary>
    public static VatTreatment? Vat(Fields fields, VatTreatment? fallback)
    {
        var (rate, exemption) = (fields.OptionalText("vat"), fields.OptionalText("exemption"));
        if ((rate is null && exemption is null && fallback is null && !IsPart(fields)) || (rate is not null && exemption is not null))
            fields.Bag.Report(TariffCodes.RateOrExemption, fields.Span);
        if (exemption is not null)
            return VatTreatment.Exempt(exemption);
        if (rate is null)
            return fallback;
        if (rate is "reverse_charge" or "AE")
        {
            fields.Report(TariffCodes.ReverseCharge, "vat");
            return null;
        }

        if (decimal.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && VatTreatment.LawfulRates.Any(l => l == percent * 100m))
            return VatTreatment.Standard((int)(percent * 100m));
        var lawful = VatTreatment.LawfulRates.Select(l => (l / 100m).ToString("0.##", CultureInfo.InvariantCulture));
        fields.Report(TariffCodes.UnlawfulRate, "vat", rate, string.Join(", ", lawful));
        return null;
    }

    // Only the tariff itself has a name; its parts follow it, and say nothing again when its rate is missing.
    private static bool IsPart(Fields fields) => fields.Mapping.Find("tariff") is null;
}
