using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ContactCenter.Domain.Practices;

namespace ContactCenter.Server.Storage.Sealing;

/// <summary>
/// Finds sealed rows again: a keyed hash of a normalised value, other for every practice and kind. Cut to 64 bits: whoever
/// opens the boxes found compares them, so a chance collision costs one box and shows nothing.
/// </summary>
internal sealed class SearchTokens(SealingKeys keys)
{
    public long Of(PracticeId practice, string kind, string normalised)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.Search, Encoding.UTF8.GetBytes($"{practice}\n{kind}\n{normalised}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
