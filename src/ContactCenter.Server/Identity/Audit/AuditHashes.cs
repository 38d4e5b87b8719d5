using System.Security.Cryptography;
using System.Text;
using ContactCenter.Server.Storage.Sealing;

namespace ContactCenter.Server.Identity.Audit;

/// <summary>Keyed hashes: who can write the database but has no keys cannot mend a chain after touching it.</summary>
internal sealed class AuditHashes(SealingKeys keys)
{
    private readonly byte[] _key = HMACSHA256.HashData(keys.Search, "audit"u8);

    public byte[] OfRow(AuditRow row, byte[] previous) => Keyed(
        $"row\n{row.PracticeId}\n{row.Sequence}\n{row.At.ToUnixTimeMilliseconds()}\n{row.UserId}\n{row.Role}\n{row.Action}\n{row.Patient}\n{row.CallId}\n",
        previous);

    public byte[] OfHead(AuditHead head) => Keyed($"head\n{head.PracticeId}\n{head.Sequence}\n", head.Hash);

    private byte[] Keyed(string text, byte[] chained) => HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes(text), .. chained]);
}
