using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Domain.Billing;

/// <summary>
/// What facts that came after a month was closed change of it. The issued invoice stays; the difference is charged or given back once, with
/// the next month, and the newer statement is what the next comparison starts from.
/// </summary>
public static class MonthAdjustment
{
    /// <summary>
    /// Lines that make up for the difference, in the order of the older statement; none when nothing changed. Their sum is exactly the newer
    /// net less the older one, per VAT treatment.
    /// </summary>
    /// <param name="settled">What has been charged so far, earlier adjustments included.</param>
    /// <param name="current">The same month rated from all facts known now.</param>
    /// <param name="chargedIn">The open month that carries the lines.</param>
    public static ImmutableList<StatementLine> Between(Statement settled, Statement current, BillingPeriod chargedIn)
    {
        if (settled.Practice != current.Practice || settled.Month != current.Month)
            throw new ArgumentException("Only statements of one practice and month can be compared.", nameof(current));
        var keys = settled.Lines.Concat(current.Lines).Select(l => (l.Key, l.Vat)).Distinct();
        var old = settled.Lines.ToLookup(l => (l.Key, l.Vat));
        var now = current.Lines.ToLookup(l => (l.Key, l.Vat));
        return
        [
            .. from key in keys
               let difference = Money.Sum(now[key].Select(l => l.Net)) - Money.Sum(old[key].Select(l => l.Net))
               where difference.MinorUnits != 0
               let label = (now[key].FirstOrDefault() ?? old[key].First()).Label
               let named = Named(label, settled.Month)
               select StatementLine.Amount($"{Iso(settled.Month)}/{key.Key}", named, difference, BillingUnit.Piece, key.Vat, chargedIn)
                   with { Uses = Changed(old[key], now[key]) },
        ];
    }

    /// <summary>
    /// What has been charged so far once a credit note took a part back, so that the next comparison does not give it back again. What the note
    /// could not say, such as another tier or a smaller discount, remains for that comparison.
    /// </summary>
    /// <param name="before">The month rated with what the note takes back; <paramref name="after"/> without it.</param>
    public static Statement AfterCredit(Statement settled, Invoices.Invoice note, Statement before, Statement after)
    {
        var (was, now) = (before.Lines.ToLookup(l => (l.Key, l.Vat)), after.Lines.ToLookup(l => (l.Key, l.Vat)));
        return settled with { Lines = settled.Lines.ConvertAll(Less) };

        StatementLine Less(StatementLine line) => note.Lines.Find(l => l.Key == line.Key && l.Vat == line.Vat) is not { } credited
            ? line
            : line with
            {
                Quantity = line.Quantity - credited.Quantity,
                Uses = Merged([.. line.Uses, .. Changed(was[(line.Key, line.Vat)], now[(line.Key, line.Vat)])]),
            };
    }

    /// <summary>The month that a line adjusts; null for a line of the month itself.</summary>
    public static YearMonth? AdjustedBy(StatementLine line) =>
        line.Key.IndexOf('/', StringComparison.Ordinal) is 7 && YearMonthPattern.Iso.Parse(line.Key[..7]).TryGetValue(default, out var month) ? month : null;

    /// <summary>The calls whose part changed, with the difference in units.</summary>
    private static ImmutableArray<LinkedUse> Changed(IEnumerable<StatementLine> old, IEnumerable<StatementLine> now) =>
        Merged(old.SelectMany(l => l.Uses).Select(u => u with { Quantity = -u.Quantity }).Concat(now.SelectMany(l => l.Uses)));

    private static ImmutableArray<LinkedUse> Merged(IEnumerable<LinkedUse> uses) =>
    [
        .. uses.GroupBy(u => (u.Call, u.Item)).Select(g => new LinkedUse(g.Key.Call, g.Key.Item, g.Sum(u => u.Quantity))).Where(u => u.Quantity != 0),
    ];

    private static BillingLabel Named(BillingLabel label, YearMonth month) =>
        new($"Régularisation {Iso(month)} : {label.Fr}", $"Adjustment of {Iso(month)}: {label.En}");

    private static string Iso(YearMonth month) => $"{month.Year:0000}-{month.Month:00}";
}
