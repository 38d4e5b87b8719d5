using System.Collections.Immutable;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Billing;

/// <summary>All tariffs, each with its versions. A version that was agreed never changes; a new price is a new version.</summary>
public sealed class TariffBook
{
    private readonly ImmutableDictionary<string, ImmutableList<Tariff>> _byName;

    private TariffBook(IEnumerable<Tariff> tariffs) => _byName = tariffs.GroupBy(t => t.Version.Name)
        .ToImmutableDictionary(g => g.Key, g => g.OrderBy(t => t.Version.Version).ToImmutableList());

    public IEnumerable<Tariff> All => _byName.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => t.Value);

    /// <summary>Compiles the files of the book together; one error keeps the whole book from being used.</summary>
    public static Compiled<TariffBook> Compile(IEnumerable<(ScriptMapping Script, string Hash)> files)
    {
        var bag = new DiagnosticBag();
        var tariffs = new List<(Tariff Tariff, SourceSpan Span)>();
        foreach (var (script, hash) in files)
        {
            var compiled = TariffCompiler.Compile(script, hash);
            bag.Add(compiled.Diagnostics);
            if (compiled.Value is { } tariff)
                tariffs.Add((tariff, script.Find("version")!.Span));
        }

        foreach (var versions in tariffs.GroupBy(t => t.Tariff.Version.Name))
            CheckVersions([.. versions.OrderBy(v => v.Tariff.Version.Version)], bag);
        return bag.Close(new TariffBook(tariffs.Select(t => t.Tariff)));
    }

    public Tariff? Find(string name, int version) => _byName.GetValueOrDefault(name)?.Find(t => t.Version.Version == version);

    /// <summary>The newest version of a tariff that a contract beginning on a day may use; null when there is none yet.</summary>
    public Tariff? InForce(string name, LocalDate day) => _byName.GetValueOrDefault(name)?.FindLast(t => t.ValidFrom <= day);

    private static void CheckVersions(List<(Tariff Tariff, SourceSpan Span)> versions, DiagnosticBag bag)
    {
        for (var i = 1; i < versions.Count; i++)
        {
            var (before, next) = (versions[i - 1].Tariff, versions[i].Tariff);
            if (before.Version.Version == next.Version.Version)
                bag.Report(TariffCodes.VersionTwice, versions[i].Span, next.Version.Version, next.Version.Name);
            else if (next.ValidFrom <= before.ValidFrom)
                bag.Report(TariffCodes.DatesBackwards, versions[i].Span, next.Version.Version, next.ValidFrom.ToString("uuuu-MM-dd", null));
        }
    }
}
