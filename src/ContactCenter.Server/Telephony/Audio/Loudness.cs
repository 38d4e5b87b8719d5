namespace ContactCenter.Server.Telephony.Audio;

/// <summary>
/// Brings prompts of different recorders to one loudness, so that no caller holds the telephone away from her ear at one sentence and strains at the
/// next. Measured as the mean power of the blocks that hold speech: pauses do not count, as in the gating of EBU R 128.
/// </summary>
internal static class Loudness
{
    /// <summary>What every prompt is brought to, in dB below full scale.</summary>
    public const double Target = -20;

    /// <summary>No sample is raised above this, in dB: mu-law clips without mercy.</summary>
    public const double Peak = -1;

    private const double Silence = -60;
    private const double BelowMean = 10;
    private static readonly TimeSpan Block = TimeSpan.FromMilliseconds(400);

    /// <summary>In dB below full scale; null when there is nothing but silence.</summary>
    public static double? Of(Sound sound)
    {
        var length = Math.Clamp((int)(Block.TotalSeconds * sound.Rate), 1, sound.Samples.Length);
        List<double> powers = [];
        for (var start = 0; start + length <= sound.Samples.Length; start += Math.Max(1, length / 4))
            powers.Add(Power(sound.Samples.AsSpan(start, length)));
        var heard = powers.Where(p => Decibels(p) > Silence).ToList();
        if (heard.Count == 0)
            return null;
        var gate = Decibels(heard.Average()) - BelowMean;
        return Decibels(heard.Where(p => Decibels(p) > gate).Average());
    }

    public static Sound Level(Sound sound)
    {
        if (Of(sound) is not { } loudness)
            return sound;
        var loudest = sound.Samples.Max(Math.Abs);
        var gain = Math.Min(Amplitude(Target - loudness), Amplitude(Peak) / loudest);
        return sound with { Samples = [.. sound.Samples.Select(s => (float)(s * gain))] };
    }

    private static double Power(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += sample * sample;
        return sum / samples.Length;
    }

    private static double Decibels(double power) => 10 * Math.Log10(Math.Max(power, 1e-12));

    private static double Amplitude(double decibels) => Math.Pow(10, decibels / 20);
}
