using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml.Editing;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>Where a text names a family of reasons: a family that is renamed is renamed there too.</summary>
internal static class FamilyNames
{
    /// <summary>The key last, so that the places above it are found by the old name.</summary>
    public static IEnumerable<YamlChange> Renamed(ScriptMapping script, string was, string next) =>
        Within(script, [], was, new ScriptScalar(default, next)).Append(new RenameKey(["families"], was, next));

    private static IEnumerable<YamlChange> Within(ScriptNode node, YamlStep[] path, string was, ScriptScalar next) => node switch
    {
        ScriptMapping mapping => mapping.Entries.SelectMany(e => NamesReasons(path, e.Key) ? In(e, path, was, next) : Within(e.Value, [.. path, e.Key], was, next)),
        ScriptSequence sequence => sequence.Items.SelectMany((item, i) => Within(item, [.. path, i], was, next)),
        _ => [],
    };

    /// <summary>What stands under a key that names reasons: one name or a list of them. The reasons themselves are neither.</summary>
    private static IEnumerable<YamlChange> In(ScriptEntry entry, YamlStep[] path, string was, ScriptScalar next) => entry.Value switch
    {
        ScriptScalar one => one.Text == was ? [new SetKey(path, entry.Key, next)] : [],
        ScriptSequence list => list.Items.Select((item, i) => (Item: item, Index: i)).Where(n => (n.Item as ScriptScalar)?.Text == was)
            .Select(n => new SetItem([.. path, entry.Key], n.Index, next)),
        _ => Within(entry.Value, [.. path, entry.Key], was, next),
    };

    private static bool NamesReasons(YamlStep[] path, string key) => (path, key) switch
    {
        (_, "reasons") => true,
        ([{ Key: "families" }], _) => true,
        ([.., { Key: "releases" }, { Index: not null }], "to") => true,
        ([{ Key: "gaps" }, { Index: not null }], "after" or "before") => true,
        _ => false,
    };
}
