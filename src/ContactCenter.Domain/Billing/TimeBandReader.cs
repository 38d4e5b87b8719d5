using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Billing;

/// <summary>Reads the bands of a tariff and makes sure that they cover every kind of day exactly once.</summary>
internal static class TimeBandReader
{
    private const int DayEnd = 24 * 60;

    private sealed record Written(int Band, BandHours Hours, SourceSpan Span);

    public static ImmutableArray<TimeBand> Read(Fields fields)
    {
        if (!fields.Has("bands"))
            return [AllHours()];
        var bands = new List<TimeBand>();
        var written = new List<Written>();
        foreach (var (name, _, band) in fields.NamedMaps("bands"))
        {
            var label = TariffFields.Label(band, "label") ?? new BillingLabel(name, name);
            var hours = band.Maps("when").SelectMany(ReadHours).ToList();
            band.Done();
            written.AddRange(hours.Select(h => new Written(bands.Count, h.Hours, h.Span)));
            bands.Add(new TimeBand(name, label, [.. hours.Select(h => h.Hours)]));
        }

        // A slip in one stretch would show as a hole besides; it is said once.
        if (!fields.Bag.HasErrors)
        {
            foreach (var day in Enum.GetValues<TariffDay>())
                CheckDay(fields, day, written, bands);
        }

        return [.. bands];
    }

    private static TimeBand AllHours() => new(
        "always", new BillingLabel("Toutes heures", "All hours"), [.. Enum.GetValues<TariffDay>().Select(d => new BandHours(d, 0, DayEnd))]);

    private static IEnumerable<(BandHours Hours, SourceSpan Span)> ReadHours(Fields fields)
    {
        var days = fields.Choices<TariffDay>("days");
        var stretches = fields.Texts("hours");
        fields.Done();
        foreach (var text in stretches)
        {
            if (Parse(text.Text) is not { } stretch)
                fields.Bag.Report(TariffCodes.NotHours, text.Span, text.Text);
            else
            {
                foreach (var day in days)
                    yield return (new BandHours(day, stretch.From, stretch.To), text.Span);
            }
        }
    }

    private static (int From, int To)? Parse(string text)
    {
        var ends = text.Split('-');
        return ends.Length == 2 && Minute(ends[0]) is { } from && Minute(ends[1]) is { } to && from < to ? (from, to) : null;
    }

    private static int? Minute(string text) =>
        text is [var h1, var h2, ':', var m1, var m2]
        && int.TryParse($"{h1}{h2}{m1}{m2}", NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
        && digits % 100 < 60 && digits <= 2400
            ? (digits / 100 * 60) + (digits % 100)
            : null;

    private static void CheckDay(Fields fields, TariffDay day, List<Written> written, List<TimeBand> bands)
    {
        var covered = 0;
        Written? last = null;
        foreach (var next in written.Where(w => w.Hours.Day == day).OrderBy(w => w.Hours.From).ThenBy(w => w.Hours.To))
        {
            var (from, to) = (next.Hours.From, next.Hours.To);
            if (from > covered)
                Hole(fields, day, covered, from);
            if (from < covered)
            {
                fields.Bag.Report(
                    TariffCodes.Overlap, next.Span, bands[last!.Band].Id, bands[next.Band].Id, SnakeCase.Name(day), BandHours.Clock(from),
                    BandHours.Clock(Math.Min(covered, to)));
            }

            if (to > covered)
                (covered, last) = (to, next);
        }

        if (covered < DayEnd)
            Hole(fields, day, covered, DayEnd);
    }

    private static void Hole(Fields fields, TariffDay day, int from, int to) =>
        fields.Report(TariffCodes.Hole, "bands", SnakeCase.Name(day), BandHours.Clock(from), BandHours.Clock(to));
}
