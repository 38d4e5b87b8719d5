using System.Security.Cryptography;

namespace ContactCenter.Server.Telephony.Audio;

/// <summary>A recorded prompt as the vendor plays it.</summary>
/// <param name="Version">Of its content: a changed prompt has another address, so that no cache plays the old one.</param>
internal sealed record PromptFile(byte[] Content, string MediaType, string Version)
{
    public const string Wave = ".wav";
    public const string Mp3 = ".mp3";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>WAVE becomes 8 kHz mu-law at the common loudness; MP3 goes to the vendor as it is, which decodes it.</summary>
    /// <exception cref="SoundUnreadableException">The file cannot be played.</exception>
    public static PromptFile Prepare(byte[] file, string extension)
    {
        var content = extension == Wave ? Telephone(WaveReader.Read(file)) : IsMp3(file) ? file : throw new SoundUnreadableException("It is not an MP3 file.");
        return new PromptFile(content, extension == Wave ? "audio/wav" : "audio/mpeg", Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }

    private static byte[] Telephone(Sound recorded)
    {
        if (recorded.Length > Longest)
            throw new SoundUnreadableException($"It is {recorded.Length:m\\:ss} long; a prompt has at most {Longest.TotalMinutes} minutes.");
        var levelled = Loudness.Level(Resampler.To(recorded, WaveFile.Rate));
        return WaveFile.WriteMuLaw([.. levelled.Samples.Select(s => (short)Math.Clamp(s * 32_768, short.MinValue, short.MaxValue))]);
    }

    // A tag of ID3v2, or the eleven set bits that begin every frame of MPEG audio.
    private static bool IsMp3(ReadOnlySpan<byte> file) =>
        file.Length > 4 && (file[..3].SequenceEqual("ID3"u8) || (file[0] == 0xFF && (file[1] & 0xE0) == 0xE0 && (file[1] & 0x06) != 0));
}
