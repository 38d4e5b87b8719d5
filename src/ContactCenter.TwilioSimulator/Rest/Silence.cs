using System.Buffers.Binary;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary>What every recording sounds like here: 8 kHz, 16 bits, one channel, nothing on it.</summary>
internal static class Silence
{
    private const int Header = 44;
    private const int BytesPerSecond = 16_000;

    public static byte[] Wave(TimeSpan length)
    {
        var sound = (int)(length.TotalSeconds * BytesPerSecond) & ~1;
        var wave = new byte[Header + sound];
        "RIFF"u8.CopyTo(wave);
        Whole(4, Header - 8 + sound);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        Whole(16, 16);
        Half(20, 1);
        Half(22, 1);
        Whole(24, BytesPerSecond / 2);
        Whole(28, BytesPerSecond);
        Half(32, 2);
        Half(34, 16);
        "data"u8.CopyTo(wave.AsSpan(36));
        Whole(40, sound);
        return wave;

        void Whole(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(at), value);
        void Half(int at, short value) => BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(at), value);
    }
}
