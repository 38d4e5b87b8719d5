namespace ContactCenter.Server.Telephony.Audio;

/// <summary>One channel of sound.</summary>
/// <param name="Samples">From -1 to 1.</param>
/// <param name="Rate">Samples per second.</param>
internal sealed record Sound(float[] Samples, int Rate)
{
    public TimeSpan Length => TimeSpan.FromSeconds((double)Samples.Length / Rate);
}

/// <summary>A file that is no sound we can play; the message says why in one sentence.</summary>
internal sealed class SoundUnreadableException(string message) : Exception(message);
