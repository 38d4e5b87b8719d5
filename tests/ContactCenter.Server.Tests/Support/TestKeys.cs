using System.Security.Cryptography;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Tests.Support;

internal static class TestKeys
{
    /// <summary>A ring with keys 1 to <paramref name="current"/>, the last one sealing; the same bytes each time.</summary>
    public static SealingKeys Ring(int current = 1) =>
        new(current, Enumerable.Range(1, current).ToDictionary(id => id, id => SHA256.HashData([(byte)id])), SHA256.HashData([0]));
}
