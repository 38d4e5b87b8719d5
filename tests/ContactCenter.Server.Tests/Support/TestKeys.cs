using System.Security.Cryptography;
using System.Text.Json;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Tests.Support;

internal static class TestKeys
{
    /// <summary>A ring with keys 1 to <paramref name="current"/>, the last one sealing; the same bytes each time.</summary>
    public static SealingKeys Ring(int current = 1) =>
        new(current, Enumerable.Range(1, current).ToDictionary(id => id, id => SHA256.HashData([(byte)id])), SHA256.HashData([0]));

    /// <summary>The same ring as a key file.</summary>
    public static void Write(string file, int current = 1)
    {
        var ring = Ring(current);
        File.WriteAllText(file, JsonSerializer.Serialize(new SealingOptions
        {
            Current = ring.CurrentId,
            Keys = ring.Keys.ToDictionary(key => key.Key, key => Convert.ToBase64String(key.Value)),
            Search = Convert.ToBase64String(ring.Search),
        }));
    }
}
