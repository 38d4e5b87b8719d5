namespace ContactCenter.Server.Telephony.Audio;

/// <summary>
/// To another rate by a windowed sinc (Blackman, 16 zero crossings to each side): what lies above the new band is taken out first, so that a studio's
/// hiss does not fold into the words.
/// </summary>
internal static class Resampler
{
    private const int ZeroCrossings = 16;

    /// <summary>How much of the narrower band is kept; the rest is the slope of the filter.</summary>
    private const double Passes = 0.9;

    public static Sound To(Sound sound, int rate)
    {
        if (sound.Rate == rate)
            return sound;
        var step = (double)sound.Rate / rate;
        var cutoff = Math.Min(1, 1 / step) * Passes;
        var reach = ZeroCrossings / cutoff;
        var resampled = new float[(int)Math.Round(sound.Samples.Length / step)];
        for (var i = 0; i < resampled.Length; i++)
        {
            var centre = i * step;
            var (first, last) = ((int)Math.Max(0, Math.Ceiling(centre - reach)), (int)Math.Min(sound.Samples.Length - 1, Math.Floor(centre + reach)));
            var sum = 0.0;
            for (var n = first; n <= last; n++)
                sum += sound.Samples[n] * Kernel(n - centre, cutoff, reach);
            resampled[i] = (float)sum;
        }
        return new Sound(resampled, rate);
    }

    private static double Kernel(double distance, double cutoff, double reach)
    {
        var x = Math.PI * distance * cutoff;
        var sinc = Math.Abs(x) < 1e-9 ? 1 : Math.Sin(x) / x;
        var at = distance / reach * Math.PI;
        return cutoff * sinc * (0.42 + (0.5 * Math.Cos(at)) + (0.08 * Math.Cos(2 * at)));
    }
}
