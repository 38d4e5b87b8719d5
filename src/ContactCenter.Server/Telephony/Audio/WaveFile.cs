using System.Buffers.Binary;

namespace ContactCenter.Server.Telephony.Audio;

/// <summary>Writes RIFF/WAVE files as telephones want them: 8 kHz, one channel, mu-law.</summary>
internal static class WaveFile
{
    public const int Rate = 8_000;

    public static byte[] WriteMuLaw(ReadOnlySpan<short> samples)
    {
        var file = new byte[58 + samples.Length + (samples.Length & 1)];
        var at = file.AsSpan();
        "RIFF"u8.CopyTo(at);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], 18);
        BinaryPrimitives.WriteInt16LittleEndian(at[20..], 7);
        BinaryPrimitives.WriteInt16LittleEndian(at[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(at[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(at[28..], Rate);
        BinaryPrimitives.WriteInt16LittleEndian(at[32..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(at[34..], 8);
        "fact"u8.CopyTo(at[38..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[42..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(at[46..], samples.Length);
        "data"u8.CopyTo(at[50..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[54..], samples.Length);
        for (var i = 0; i < samples.Length; i++)
            file[58 + i] = MuLaw.Encode(samples[i]);
        return file;
    }
}
