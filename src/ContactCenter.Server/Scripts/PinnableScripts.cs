using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts;

/// <summary>Collects, while a snapshot is compiled, every script that can be pinned and the texts it rests on.</summary>
internal sealed class PinnableScripts
{
    private readonly Dictionary<ScriptVersion, object> _scripts = [];
    private readonly Dictionary<ScriptVersion, ScriptBundle> _bundles = [];

    public IReadOnlyDictionary<ScriptVersion, object> Scripts => _scripts;

    public IReadOnlyDictionary<ScriptVersion, ScriptBundle> Bundles => _bundles;

    /// <summary>Passes the script through; null is what did not compile.</summary>
    public T? Keep<T>(ScriptBundle bundle, T? script, Func<T, ScriptVersion> versionOf)
        where T : class
    {
        if (script is not null)
            (_scripts[versionOf(script)], _bundles[versionOf(script)]) = (script, bundle);
        return script;
    }
}
