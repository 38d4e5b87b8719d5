namespace ContactCenter.Server.Telephony.Audio;

/// <summary>
/// A quiet loop for the waiting, made from sine partials: four slow chords, arpeggiated. Nobody owns it, and it sits in the telephone's band.
/// </summary>
internal sealed class HoldMusic
{
    private const double NoteSeconds = 0.5;
    private const int NotesPerChord = 8;

    // C major 9, A minor 7, F major 7, G 6, as frequencies in hertz around middle C.
    private static readonly double[][] Chords =
    [
        [261.63, 329.63, 392.00, 493.88, 587.33, 493.88, 392.00, 329.63],
        [220.00, 329.63, 392.00, 523.25, 659.26, 523.25, 392.00, 329.63],
        [174.61, 261.63, 349.23, 440.00, 659.26, 440.00, 349.23, 261.63],
        [196.00, 293.66, 392.00, 493.88, 659.26, 493.88, 392.00, 293.66],
    ];

    public byte[] Wave { get; } = WaveFile.WriteMuLaw(Compose());

    private static short[] Compose()
    {
        var perNote = (int)(NoteSeconds * WaveFile.Rate);
        var mix = new double[perNote * NotesPerChord * Chords.Length];
        for (var chord = 0; chord < Chords.Length; chord++)
        {
            for (var note = 0; note < NotesPerChord; note++)
                Strike(mix, (chord * NotesPerChord + note) * perNote, Chords[chord][note]);
        }
        var loudest = mix.Max(Math.Abs);
        return [.. mix.Select(s => (short)(s / loudest * 9_000))];
    }

    // A soft hammer with a long tail; what rings over the end rings into the beginning, so the loop has no seam.
    private static void Strike(double[] mix, int start, double frequency)
    {
        for (var i = 0; i < WaveFile.Rate * 2; i++)
        {
            var t = i / (double)WaveFile.Rate;
            var envelope = Math.Min(t / 0.02, 1) * Math.Exp(-2.2 * t);
            var tone = Math.Sin(Math.Tau * frequency * t) + (0.35 * Math.Sin(Math.Tau * frequency * 2 * t)) + (0.12 * Math.Sin(Math.Tau * frequency * 3 * t));
            mix[(start + i) % mix.Length] += envelope * tone;
        }
    }
}
