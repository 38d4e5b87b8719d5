using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>Compiles all files together into one snapshot, or says all that is wrong with them at once.</summary>
/// <param name="today">Warns of protocols that are overdue for review.</param>
/// <param name="samplesAllowedFor">Slugs of the practices at which unsigned samples are proposed.</param>
internal sealed class SnapshotCompiler(LocalDate today, IReadOnlyCollection<string> samplesAllowedFor)
{
    public Compiled<ScriptSnapshot> Compile(IReadOnlyList<ScriptFile> files)
    {
        var bag = new DiagnosticBag();
        foreach (var stray in files.Where(f => !IsPlaced(f)))
            bag.Report(LibraryCodes.WrongPlace, stray.Start, stray.Folder);
        var placed = files.Where(IsPlaced).ToList();
        var shared = new SharedProtocols(placed, bag);
        var texts = new PinnableScripts();
        var practices = new Dictionary<string, PracticeScripts>();
        foreach (var owner in placed.Select(f => f.Owner).Distinct().Where(o => o != ScriptFolder.Shared))
        {
            var compiler = new PracticeCompiler(owner, [.. placed.Where(f => f.Owner == owner)], shared, texts, bag);
            if (compiler.Compile(today, samplesAllowedFor.Contains(owner)) is { } scripts)
                practices[owner] = scripts;
        }

        foreach (var consent in practices.Values.Select(p => p.Booking?.Neighbours).OfType<NeighbourConsent>())
        {
            foreach (var unknown in (consent.With ?? new HashSet<string>()).Except(placed.Select(f => f.Owner)))
                bag.Report(LibraryCodes.UnknownNeighbour, consent.Source.Span, unknown);
        }

        return bag.Close(new ScriptSnapshot(practices, texts.Scripts, texts.Bundles));
    }

    /// <summary>Flows and hours are always a practice's own.</summary>
    private static bool IsPlaced(ScriptFile file) =>
        file.Path.Split('/').Length == 3 && (file.Folder != ScriptFolder.Flows || file.Owner != ScriptFolder.Shared);
}
