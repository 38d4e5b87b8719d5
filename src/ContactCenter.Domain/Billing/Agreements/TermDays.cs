using NodaTime;

namespace ContactCenter.Domain.Billing.Agreements;

/// <summary>On which days of a month which of a contract's terms holds.</summary>
public static class TermDays
{
    /// <summary>The parts of the month in order; none on days before the contract begins, after it ends, or while the service rests.</summary>
    /// <param name="terms">Ascending; each holds to the day before the next. Null: no service.</param>
    /// <param name="last">Included; null while the contract goes on.</param>
    public static IEnumerable<(LocalDate First, LocalDate Last, T Term)> Of<T>(
        IReadOnlyList<(LocalDate From, T? Term)> terms, LocalDate first, LocalDate? last, YearMonth month)
        where T : class
    {
        var days = month.ToDateInterval();
        for (var i = 0; i < terms.Count; i++)
        {
            var from = LocalDate.Max(LocalDate.Max(days.Start, first), terms[i].From);
            var to = LocalDate.Min(days.End, last ?? LocalDate.MaxIsoValue);
            if (i + 1 < terms.Count)
                to = LocalDate.Min(to, terms[i + 1].From.PlusDays(-1));
            if (terms[i].Term is { } term && from <= to)
                yield return (from, to, term);
        }
    }
}
