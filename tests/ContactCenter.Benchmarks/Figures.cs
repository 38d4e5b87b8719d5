using System.Globalization;

namespace ContactCenter.Benchmarks;

/// <summary>Figures of alternating runs: medians, and how far the runs lie apart.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <param name="share">0.5 for the median, 0.99 for the tail.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double share) =>
        values.Count == 0 ? double.NaN : values.Order().ElementAt((int)Math.Min(values.Count - 1, Math.Ceiling(values.Count * share) - 1));

    public static void Print(string what, IReadOnlyCollection<double> runs, string unit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-52} {Median(runs),10:N1} {unit,-6} ({runs.Min():N1} to {runs.Max():N1}, {runs.Count} runs)"));

    public static void PrintRatio(string what, double ratio, string goal) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-52} {ratio,10:N2} x      goal {goal}"));
}
