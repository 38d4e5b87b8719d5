using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ContactCenter.Server.Scripts;

/// <summary>
/// All the texts that one version of a script rests on, its own last: a flow with the hours it was compiled with, a protocol with
/// the shared ones it builds on. Its hash is the version's hash, so that what is pinned can be compiled again from it alone.
/// </summary>
internal sealed record ScriptBundle(IReadOnlyList<ScriptFile> Files)
{
    public ScriptFile Own => Files[^1];

    /// <summary>The first 16 lower-case hex digits of the SHA-256 of <see cref="Serialize"/>.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Files))))[..16];

    public string Serialize() => JsonSerializer.Serialize(Files);

    public static ScriptBundle Deserialize(string text) => new(JsonSerializer.Deserialize<List<ScriptFile>>(text)!);
}
