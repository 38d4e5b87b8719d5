using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts;

/// <summary>One state of all scripts, compiled together. Immutable: whoever holds it sees the same scripts until it lets go.</summary>
/// <param name="practices">By slug.</param>
/// <param name="scripts">Every compiled script by its version.</param>
/// <param name="bundles">The texts behind each of them.</param>
internal sealed class ScriptSnapshot(
    IReadOnlyDictionary<string, PracticeScripts> practices,
    IReadOnlyDictionary<ScriptVersion, object> scripts,
    IReadOnlyDictionary<ScriptVersion, ScriptBundle> bundles)
{
    public IReadOnlyDictionary<string, PracticeScripts> Practices => practices;

    public IReadOnlyDictionary<ScriptVersion, object> Scripts => scripts;

    public IReadOnlyDictionary<ScriptVersion, ScriptBundle> Bundles => bundles;

    /// <summary>The scripts of a practice, or null when it has none.</summary>
    public PracticeScripts? For(string slug) => practices.GetValueOrDefault(slug);
}
