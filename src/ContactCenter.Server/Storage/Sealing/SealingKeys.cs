namespace ContactCenter.Server.Storage.Sealing;

/// <summary>The secrets that stand outside the database. New boxes use the current key; older keys still open theirs.</summary>
/// <param name="CurrentId">Which of <paramref name="Keys"/> seals.</param>
/// <param name="Keys">32 bytes each, by id.</param>
/// <param name="Search">32 bytes from which the search tokens are made. It stays when the sealing key turns.</param>
internal sealed record SealingKeys(int CurrentId, IReadOnlyDictionary<int, byte[]> Keys, byte[] Search)
{
    public const int KeyBytes = 32;

    public byte[] Current => Keys[CurrentId];
}
