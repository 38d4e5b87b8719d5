using System.Diagnostics;
using System.Globalization;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Benchmarks;

/// <summary>A month rated and invoiced, beside the plainest way of adding up the same rows: a GROUP BY of the database.</summary>
internal static class InvoiceBenchmark
{
    private const int Runs = 5;

    private static readonly InvoiceParty Seller = new(
        "Secrétariat & Cie", "732829320", null, FrenchNumbers.VatNumberOf("732829320"), new("1 rue de la Paix", "75002", "Paris"), "732829320");

    private static readonly InvoiceParty Buyer = new("Cabinet", "552100554", null, null, new("12 avenue des Lilas", "75012", "Paris"), "552100554");

    /// <param name="options">Legs (1 000 000 when absent) and practices (500).</param>
    /// <returns>0 when rating and SQL came to the same seconds and cents.</returns>
    public static int Run(string[] options)
    {
        var legs = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        var practices = options.Length > 1 ? int.Parse(options[1], CultureInfo.InvariantCulture) : 500;
        var folder = Directory.CreateTempSubdirectory("contactcenter-legs-");
        try
        {
            var month = new MonthOfLegs(Path.Combine(folder.FullName, "legs.db"));
            month.Fill(practices, legs, seed: 1);
            return Months(month, legs, practices);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Months(MonthOfLegs month, int legs, int practices)
    {
        var (plain, banded, ours, peak) = (new List<double>(), new List<double>(), new List<double>(), 0L);
        var isEqual = true;
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            month.PlainSum();
            plain.Add(watch.Elapsed.TotalSeconds);
            watch.Restart();
            var expected = month.Aggregate();
            banded.Add(watch.Elapsed.TotalSeconds);
            watch.Restart();
            var sums = Invoiced(month, ref peak);
            ours.Add(watch.Elapsed.TotalSeconds);
            isEqual &= sums.Count == practices && sums.All(s => expected[s.Key] == s.Value);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{legs:N0} legs of {practices:N0} practices"));
        Figures.Print("SQLite: GROUP BY practice", plain, "s");
        Figures.Print("SQLite: the same, cut over bands and priced", banded, "s");
        Figures.Print("read, rated, issued and written as CII", ours, "s");
        Figures.PrintRatio("invoices / GROUP BY", Figures.Median(ours) / Figures.Median(plain), "10 at most");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{"largest managed heap, and working set of the process",-52} {peak / 1e6,10:N0} MB  ({Peak() / 1e6:N0} MB)"));
        Console.WriteLine(isEqual ? "seconds and cents of every practice are those of SQL" : "SECONDS OR CENTS DIFFER FROM SQL");
        Speeds(month);
        return isEqual ? 0 : 1;
    }

    private static Dictionary<int, PracticeSums> Invoiced(MonthOfLegs month, ref long peak)
    {
        var sums = new Dictionary<int, PracticeSums>();
        var series = InvoiceSeries.Begin(Seller.Siren, "F", 2026);
        foreach (var (practice, calls) in month.Calls())
        {
            var statement = MonthBilling.Rate(MonthOfLegs.Contract(practice), MonthOfLegs.Month, MonthUsage.OfCalls(calls));
            sums[practice] = MonthOfLegs.SumsOf(statement);
            var issued = Issue(statement, series);
            series = issued.Series;
            CiiWriter.Write(issued.Invoice);
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
        }

        return sums;
    }

    private static void Speeds(MonthOfLegs month)
    {
        List<List<UsageRecord>> usage = [.. month.Calls().Take(50).Select(c => c.Calls)];
        var (rated, written) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var calls in usage)
                MonthBilling.Rate(MonthOfLegs.Contract(1), MonthOfLegs.Month, MonthUsage.OfCalls(calls));
            rated.Add(usage.Sum(c => c.Count) / watch.Elapsed.TotalSeconds);
            var statement = MonthBilling.Rate(MonthOfLegs.Contract(1), MonthOfLegs.Month, MonthUsage.OfCalls(usage[0]));
            var invoice = Issue(statement, InvoiceSeries.Begin(Seller.Siren, "F", 2026)).Invoice;
            watch.Restart();
            for (var i = 0; i < 2_000; i++)
                CiiWriter.Write(invoice);
            written.Add(2_000 / watch.Elapsed.TotalSeconds);
        }

        Figures.Print("rating alone, on one core (goal 500,000)", rated, "/s");
        Figures.Print("CII files, on one core (goal 2,000)", written, "/s");
    }

    private static InvoiceIssued Issue(Statement statement, InvoiceSeries series) => (InvoiceIssued)Invoice
        .Draft(statement, Seller, Buyer, InvoiceTerms.Usual("FR7630006000011234567890189")).Issue(series, new LocalDate(2026, 11, 2));

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
