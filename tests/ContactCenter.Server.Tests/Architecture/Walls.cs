namespace ContactCenter.Server.Tests.Architecture;

/// <summary>The rules about who may know whom, over what was compiled.</summary>
internal static class Walls
{
    /// <summary>Features below <paramref name="root"/> that use a feature which they may not, as "type -> type".</summary>
    public static List<string> AgainstTheOrder(IEnumerable<CompiledType> types, string root, IReadOnlyDictionary<string, string[]> mayUse) =>
    [
        .. from type in types
           let feature = FeatureOf(type.Namespace, root)
           where feature is not null
           from used in type.Uses
           let other = FeatureOf(used, root)
           where other is not null && mayUse.ContainsKey(other) && other != feature && !mayUse.GetValueOrDefault(feature, []).Contains(other)
           orderby type.Name, used
           select $"{type.Name} -> {used}",
    ];

    /// <summary>Types outside the namespaces of <paramref name="homes"/> that use something whose name begins so.</summary>
    public static List<string> UsedOutside(IEnumerable<CompiledType> types, string begins, params string[] homes) =>
    [
        .. from type in types
           where !homes.Any(home => IsWithin(type.Namespace, home))
           from used in type.Uses
           where used.StartsWith(begins, StringComparison.Ordinal) && !IsWithin(type.Namespace, begins.TrimEnd('.'))
           orderby type.Name, used
           select $"{type.Name} -> {used}",
    ];

    /// <summary>Types outside the namespaces of <paramref name="homes"/> in which one of the words stands as a text of its own, or one of the marks within any.</summary>
    public static List<string> SaidOutside(IEnumerable<CompiledType> types, IReadOnlySet<string> words, IReadOnlyList<string> marks, params string[] homes) =>
    [
        .. from type in types
           where !homes.Any(home => IsWithin(type.Namespace, home))
           from text in type.Strings
           where words.Contains(text) || marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase))
           orderby type.Name, text
           select $"{type.Name}: \"{text}\"",
    ];

    private static bool IsWithin(string name, string home) => name == home || name.StartsWith(home + '.', StringComparison.Ordinal);

    private static string? FeatureOf(string name, string root) =>
        name.StartsWith(root + '.', StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.', '/')[0] : null;
}
