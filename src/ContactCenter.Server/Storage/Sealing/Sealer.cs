using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ContactCenter.Server.Storage.Sealing;

/// <summary>
/// What identifies a person stands in the database as one box per row: AES-256-GCM over JSON, bound to its row.
/// Layout: version (1 byte), key id (4, big-endian), nonce (12), tag (16), ciphertext.
/// </summary>
internal sealed class Sealer(SealingKeys keys)
{
    private const byte Version = 1;
    private const int HeaderBytes = 5;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int ContentStart = HeaderBytes + NonceBytes + TagBytes;

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public byte[] Seal<T>(SealedRow row, T content)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(content, Json);
        var box = new byte[ContentStart + plain.Length];
        box[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(1), keys.CurrentId);
        RandomNumberGenerator.Fill(Nonce(box));
        using var cipher = new AesGcm(keys.Current, TagBytes);
        cipher.Encrypt(Nonce(box), plain, box.AsSpan(ContentStart), Tag(box), BoundTo(row, box));
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    /// <exception cref="SealBrokenException">Altered, moved, or sealed with a key that is not in the ring.</exception>
    public T Open<T>(SealedRow row, byte[] box)
    {
        if (box.Length < ContentStart || box[0] != Version)
            throw new SealBrokenException(row, "it is not a box of a known version");
        if (!keys.Keys.TryGetValue(KeyOf(box), out var key))
            throw new SealBrokenException(row, $"key {KeyOf(box)} is not in the ring");
        var plain = new byte[box.Length - ContentStart];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(Nonce(box), box.AsSpan(ContentStart), Tag(box), plain, BoundTo(row, box));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new SealBrokenException(row, "it was altered or belongs to another row", mismatch);
        }
        var content = JsonSerializer.Deserialize<T>(plain, Json) ?? throw new SealBrokenException(row, "it is empty");
        CryptographicOperations.ZeroMemory(plain);
        return content;
    }

    /// <summary>Whether the box was sealed with an older key and should be sealed anew.</summary>
    public bool IsOutdated(byte[] box) => KeyOf(box) != keys.CurrentId;

    private static int KeyOf(byte[] box) => BinaryPrimitives.ReadInt32BigEndian(box.AsSpan(1));

    private static Span<byte> Nonce(byte[] box) => box.AsSpan(HeaderBytes, NonceBytes);

    private static Span<byte> Tag(byte[] box) => box.AsSpan(HeaderBytes + NonceBytes, TagBytes);

    private static byte[] BoundTo(SealedRow row, byte[] box) =>
        [.. box.AsSpan(0, HeaderBytes), .. Encoding.UTF8.GetBytes($"{row.Table}\n{row.Practice}\n{row.Row}")];
}
