using System.Globalization;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Exports;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Billing.Commands;

/// <summary>One month of one practice after the other, each with its line: what was done, or why it was not.</summary>
internal sealed class MonthWork(IServiceProvider services, TextWriter output, TextWriter errors)
{
    public const string Close = "close-month";
    public const string Issue = "issue";
    public const string Simulate = "simulate-tariff";
    public const string Export = "export-month";
    public const string Margins = "margins";

    public TextWriter Errors => errors;

    public Database Database => services.GetRequiredService<Database>();

    /// <summary>1 when one of them was refused; the others are done all the same.</summary>
    public async Task<int> ForEach(
        string? slug, YearMonth month, Func<Practice, YearMonth, CancellationToken, Task<Billed<string>>> work, CancellationToken cancellationToken)
    {
        var practices = await services.GetRequiredService<Store>().Read((db, token) => db.Set<Practice>()
            .Where(p => slug == null ? db.Set<PracticeContract>().Any(c => c.PracticeId == p.Id) : p.Slug == slug)
            .OrderBy(p => p.Slug).ToListAsync(token), cancellationToken);
        if (practices.Count == 0)
            return Nothing(slug);
        var (done, refused) = (0, 0);
        for (var i = 0; i < practices.Count; i++)
        {
            var outcome = await work(practices[i], month, cancellationToken);
            var place = $"[{i + 1}/{practices.Count}] {practices[i].Slug} {BillingMonth.Write(month)}";
            // Of all practices, those that were not there yet or no more are no fault of anybody.
            if (outcome.Refusal is { } why && (slug is not null || why != BillingRefusal.NoContract))
            {
                refused++;
                await errors.WriteLineAsync($"{place}: {why.Code}: {string.Join(' ', why.Faults.Select(f => f.En))}");
            }
            else if (outcome.Value is { } said)
            {
                done++;
                await output.WriteLineAsync($"{place}: {said}");
            }
        }

        await output.WriteLineAsync($"{done} done, {refused} refused");
        return refused == 0 ? 0 : 1;
    }

    public async Task<Billed<string>> CloseOne(Practice practice, YearMonth month, CancellationToken cancellationToken)
    {
        var closed = await services.GetRequiredService<CloseMonth>().Do(practice.Id, month, cancellationToken);
        return closed.Value is not { } settled ? closed.Refusal!
            : settled.HasNothingToInvoice ? "closed, nothing to invoice" : $"closed, {Euros(settled.ReadCharged().Net)} net";
    }

    public async Task<Billed<string>> IssueOne(Practice practice, YearMonth month, CancellationToken cancellationToken)
    {
        var issued = await services.GetRequiredService<IssueInvoice>().Do(practice.Id, month, cancellationToken);
        if (issued.Refusal == BillingRefusal.NothingToInvoice)
            return "nothing to invoice";
        return issued.Value is not { } document ? issued.Refusal!
            : $"{document.Number}, {(document.Kind == InvoiceKind.CreditNote ? "credit note of " : "")}{Euros(document.Totals.Gross)} with VAT";
    }

    public async Task<Billed<string>> SimulateOne(Practice practice, YearMonth month, SimulateTariff asked, CancellationToken cancellationToken)
    {
        var simulated = await services.GetRequiredService<SimulateTariffs>().Do(practice.Id, month, asked, cancellationToken);
        return simulated.Value is { } s
            ? $"now {Euros(new Money(s.Now))}, under {s.Tariff} {Euros(new Money(s.Simulated))}, difference {Euros(new Money(s.Simulated - s.Now))}"
            : simulated.Refusal!;
    }

    public async Task<Billed<string>> ExportOne(Practice practice, YearMonth month, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var exported = await services.GetRequiredService<ExportMonth>().Do(practice.Id, month, cancellationToken);
        if (exported.Value is not { } files)
            return exported.Refusal!;
        var path = Path.Combine(Directory.CreateDirectory(folder.FullName).FullName, files.BundleName);
        await WholeFile.Write(path, files.Bundle(), cancellationToken);
        return path;
    }

    public async Task<Billed<string>> MarginOne(Practice practice, YearMonth month, CancellationToken cancellationToken)
    {
        var report = await services.GetRequiredService<ReportMargins>().Of(month, practice.Slug, cancellationToken);
        if (report.Practices is not [var margin])
            return BillingRefusal.NoContract;
        var apart = string.Concat(report.Foreign.Select(f => $"; not in it {new UnitPrice(f.MicroUnits, 1)} {f.Currency}"));
        return $"revenue {Euros(new Money(margin.RevenueCents))}, vendor {Euros(new Money(margin.CarrierCents))}, agents {Euros(new Money(margin.AgentCents))}, "
            + $"left {Euros(new Money(margin.MarginCents))}{apart}";
    }

    private int Nothing(string? slug)
    {
        errors.WriteLine(slug is null ? "No practice has a contract." : $"There is no practice '{slug}'.");
        return slug is null ? 0 : 1;
    }

    private static string Euros(Money amount) => string.Create(CultureInfo.InvariantCulture, $"{amount} EUR");
}
