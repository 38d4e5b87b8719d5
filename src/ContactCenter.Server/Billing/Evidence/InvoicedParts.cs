using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Billing.Evidence;

/// <summary>Where a call stands on invoices.</summary>
internal static class InvoicedParts
{
    public static async Task<IReadOnlyList<InvoicedPart>> Of(
        ContactCenterDb db, PracticeId practice, CallId call, CancellationToken cancellationToken)
    {
        // The database finds the few statements that name the call; reading all of them would take as long as the practice is old.
        var named = call.ToString();
        var months = await db.Set<SettledMonth>().Where(m => m.PracticeId == practice && m.InvoiceNumber != null && m.Charged.Contains(named))
            .OrderBy(m => m.Month).ToListAsync(cancellationToken);
        var parts = new List<InvoicedPart>();
        foreach (var month in months)
        {
            var lines = month.ReadCharged().Lines;
            var document = await db.Set<IssuedInvoice>().SingleAsync(i => i.PracticeId == practice && i.Number == month.InvoiceNumber, cancellationToken);
            var first = document.Read().Lines[0].Number;
            for (var i = 0; i < lines.Count; i++)
            {
                var (line, quantity) = (lines[i], lines[i].Uses.Where(u => u.Call == call).Sum(u => u.Quantity));
                if (quantity != 0)
                    parts.Add(new InvoicedPart(month.InvoiceNumber!, first + i, line.Label.Fr, line.Label.En, quantity, UnitOf(line, months)));
            }
        }

        return parts;
    }

    // A line that adjusts an earlier month is one amount; its uses still count in the unit of the line that they change.
    private static string UnitOf(StatementLine line, List<SettledMonth> months)
    {
        if (line.Unit == BillingUnit.Second || months.Find(m => line.Key.StartsWith(m.Month + "/", StringComparison.Ordinal)) is not { } adjusted)
            return line.UnitCode;
        var key = line.Key[(adjusted.Month.Length + 1)..];
        return adjusted.ReadSettled().Lines.Find(l => l.Key == key)?.UnitCode ?? line.UnitCode;
    }
}
