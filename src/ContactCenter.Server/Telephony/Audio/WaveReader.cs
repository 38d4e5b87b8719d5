using System.Buffers.Binary;
using System.Globalization;

namespace ContactCenter.Server.Telephony.Audio;

/// <summary>
/// Reads RIFF/WAVE files as recorders and studios write them: PCM of 8 to 32 bits, floating point, mu-law; any rate and any number of channels, which
/// are mixed into one. Chunks it does not know are passed over.
/// </summary>
internal static class WaveReader
{
    private const int Pcm = 1;
    private const int Floating = 3;
    private const int Law = 7;
    private const int Extensible = 0xFFFE;

    private readonly record struct Format(int Coding, int Channels, int Rate, int Bits)
    {
        public int BytesPerSample => Bits / 8;
        public int BytesPerFrame => BytesPerSample * Channels;
    }

    /// <exception cref="SoundUnreadableException">Not a WAVE file, cut short, empty, or in a coding that is not read.</exception>
    public static Sound Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
            throw new SoundUnreadableException("It is not a WAVE file.");
        Format? format = null;
        for (var at = 12; at + 8 <= file.Length;)
        {
            var name = file.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var content = file[(at + 8)..];
            if (name.SequenceEqual("fmt "u8))
                format = ReadFormat(content[..Whole(length, content)]);
            else if (name.SequenceEqual("data"u8))
                // A recorder that was cut off leaves a length that promises more than there is: what is there is played.
                return Mix(content[..(int)Math.Min(length, content.Length)], format ?? throw new SoundUnreadableException("Its samples come before their format."));
            at += 8 + (int)Math.Min(length + (length & 1), int.MaxValue - 16 - at);
        }
        throw new SoundUnreadableException("It holds no samples.");
    }

    private static int Whole(uint length, ReadOnlySpan<byte> content) =>
        length <= content.Length ? (int)length : throw new SoundUnreadableException("It is cut short.");

    private static Format ReadFormat(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16)
            throw new SoundUnreadableException("Its format is cut short.");
        int coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (coding == Extensible && chunk.Length >= 26)
            coding = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        var format = new Format(
            coding, BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]), BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]), BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
        var isRead = (format.Coding, format.Bits) is (Pcm, 8 or 16 or 24 or 32) or (Floating, 32 or 64) or (Law, 8);
        if (!isRead)
            throw new SoundUnreadableException(string.Create(CultureInfo.InvariantCulture, $"Its coding {format.Coding} with {format.Bits} bits is not read; save it as 16-bit PCM."));
        if (format.Channels is < 1 or > 8 || format.Rate is < 4_000 or > 192_000)
            throw new SoundUnreadableException(string.Create(CultureInfo.InvariantCulture, $"It has {format.Channels} channels at {format.Rate} Hz; 1 to 8 at 4,000 to 192,000 Hz are read."));
        return format;
    }

    private static Sound Mix(ReadOnlySpan<byte> data, Format format)
    {
        var mixed = new float[data.Length / format.BytesPerFrame];
        if (mixed.Length == 0)
            throw new SoundUnreadableException("It holds no samples.");
        for (var frame = 0; frame < mixed.Length; frame++)
        {
            var sum = 0.0;
            for (var channel = 0; channel < format.Channels; channel++)
                sum += Sample(data[((frame * format.BytesPerFrame) + (channel * format.BytesPerSample))..], format);
            mixed[frame] = (float)(sum / format.Channels);
        }
        return new Sound(mixed, format.Rate);
    }

    private static double Sample(ReadOnlySpan<byte> at, Format format) => (format.Coding, format.Bits) switch
    {
        (Law, _) => MuLaw.Decode(at[0]) / 32_768.0,
        (Floating, 32) => Finite(BinaryPrimitives.ReadSingleLittleEndian(at)),
        (Floating, _) => Finite(BinaryPrimitives.ReadDoubleLittleEndian(at)),
        (_, 8) => (at[0] - 128) / 128.0,
        (_, 16) => BinaryPrimitives.ReadInt16LittleEndian(at) / 32_768.0,
        (_, 24) => ((at[0] << 8 | at[1] << 16 | at[2] << 24) >> 8) / 8_388_608.0,
        _ => BinaryPrimitives.ReadInt32LittleEndian(at) / 2_147_483_648.0,
    };

    private static double Finite(double value) => double.IsFinite(value) ? Math.Clamp(value, -1, 1) : 0;
}
