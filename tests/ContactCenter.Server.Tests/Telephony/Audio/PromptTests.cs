using System.Buffers.Binary;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Telephony.Audio;
using ContactCenter.Server.Telephony.TwilioVoice;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ContactCenter.Server.Tests.Telephony.Audio;

internal sealed class PromptTests
{
    [TestCase(1, 8, 0.01)]
    [TestCase(1, 16, 0.0001)]
    [TestCase(1, 24, 0.0001)]
    [TestCase(1, 32, 0.0001)]
    [TestCase(3, 32, 0.0001)]
    [TestCase(3, 64, 0.0001)]
    [TestCase(7, 8, 0.03)]
    public void Every_coding_that_recorders_write_is_read_and_its_channels_mixed(int coding, int bits, double within)
    {
        var tone = Tone(440, 22_050, 0.1, 0.5);
        var sound = WaveReader.Read(Wave(tone, coding, bits, channels: 2));
        Assert.That(sound.Rate, Is.EqualTo(22_050));
        Assert.That(sound.Samples, Is.EqualTo(tone.Samples).Within(within));
    }

    [Test]
    public void Chunks_it_does_not_know_are_passed_over_and_a_promised_length_that_is_not_there_is_played_as_far_as_it_goes()
    {
        var wave = Wave(Tone(440, 8_000, 0.1, 0.5), 1, 16, 1);
        byte[] strange = [.. wave[..12], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. wave[12..]];
        Assert.That(WaveReader.Read(strange).Samples, Has.Length.EqualTo(800));
        Assert.That(WaveReader.Read(wave.AsSpan(..^100)).Samples, Has.Length.EqualTo(750));
    }

    [TestCase("nothing at all", "not a WAVE file")]
    [TestCase("RIFF    WAVE", "holds no samples")]
    public void What_is_no_sound_is_refused_in_a_sentence(string content, string sentence) =>
        Assert.That(() => WaveReader.Read(System.Text.Encoding.ASCII.GetBytes(content)), Throws.TypeOf<SoundUnreadableException>().With.Message.Contains(sentence));

    [Test]
    public void No_cut_and_no_changed_byte_makes_reading_fail_otherwise_than_in_a_sentence()
    {
        var random = new Random(7);
        var wave = Wave(Tone(440, 8_000, 0.02, 0.5), 1, 16, 1);
        for (var i = 0; i < 5_000; i++)
        {
            var file = wave[..random.Next(wave.Length + 1)].ToArray();
            for (var j = random.Next(6); j > 0 && file.Length > 0; j--)
                file[random.Next(Math.Min(file.Length, 60))] = (byte)random.Next(256);
            try
            {
                WaveReader.Read(file);
            }
            catch (SoundUnreadableException)
            {
                // Said in a sentence.
            }
        }
    }

    [TestCase(44_100)]
    [TestCase(48_000)]
    [TestCase(11_025)]
    public void A_tone_of_the_telephone_s_band_survives_resampling_and_one_above_it_does_not_fold_into_it(int rate)
    {
        var kept = Resampler.To(Tone(1_000, rate, 0.5, 0.5), WaveFile.Rate);
        Assert.That(kept.Samples, Has.Length.EqualTo(4_000));
        Assert.That(Loudness.Of(kept), Is.EqualTo(Loudness.Of(Tone(1_000, 8_000, 0.5, 0.5))).Within(0.2));
        var folded = Resampler.To(Tone(5_000, rate, 0.5, 0.5), WaveFile.Rate);
        Assert.That(Loudness.Of(folded) ?? -99, Is.LessThan(-45), "5 kHz would be heard as 3 kHz");
    }

    [TestCase(0.02)]
    [TestCase(0.4)]
    public void A_whisper_and_a_shout_come_out_equally_loud_and_pauses_do_not_count(double amplitude)
    {
        var speech = Tone(300, 8_000, 2, amplitude);
        var withPause = speech with { Samples = [.. speech.Samples, .. new float[8_000 * 4], .. speech.Samples] };
        Assert.That(Loudness.Of(Loudness.Level(withPause)), Is.EqualTo(Loudness.Target).Within(0.3));
    }

    [Test]
    public void Levelling_never_clips_and_leaves_silence_alone()
    {
        var click = new Sound(new float[8_000], 8_000);
        click.Samples[100] = 0.5f;
        Assert.That(Loudness.Level(click).Samples.Max(), Is.LessThan(0.9));
        Assert.That(Loudness.Level(new Sound(new float[8_000], 8_000)).Samples, Is.All.Zero);
    }

    [Test]
    public void A_recorded_prompt_is_played_in_its_language_and_spoken_in_the_others()
    {
        var root = Directory.CreateTempSubdirectory("contactcenter-test-").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(root, "ivr-scripts", "recordings")).FullName;
        var time = new FakeTimeProvider();
        var options = Options.Create(new TwilioOptions { PublicBaseUrl = new Uri("https://voice.example.org") });
        var library = new PromptLibrary(root, time, NullLogger<PromptLibrary>.Instance);
        var renderer = new TwimlRenderer(new VoiceUrls(options), library, options);
        string Rendered(string language) => renderer.Render([new Play("welcome", new Say("Bonjour.", language))], new VoiceDocument(new CallId(Guid.NewGuid()), "+33180000001", 1, '0'));
        try
        {
            Assert.That(Rendered("fr-FR"), Does.Contain(">Bonjour.</Say>"));
            File.WriteAllBytes(Path.Combine(folder, "welcome.fr.wav"), Wave(Tone(440, 44_100, 0.5, 0.1), 1, 16, 2));
            time.Advance(TimeSpan.FromSeconds(6));
            Assert.That(Rendered("fr-FR"), Does.Match("<Play>https://voice.example.org/audio/welcome.fr.wav\\?v=[0-9a-f]{12}#[^<]+</Play>"));
            Assert.That(Rendered("en-GB"), Does.Contain(">Bonjour.</Say>"));
            var served = WaveReader.Read(library.Get("welcome.fr.wav")!.Content);
            Assert.That((served.Rate, Loudness.Of(served)!.Value), Is.EqualTo((8_000, Loudness.Target)).Using<(int, double)>((a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 0.5));
            File.WriteAllText(Path.Combine(folder, "welcome.fr.wav"), "no sound");
            time.Advance(TimeSpan.FromSeconds(6));
            Assert.That(Rendered("fr-FR"), Does.Contain(">Bonjour.</Say>"), "a spoilt file costs the recording, not the sentence");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Test]
    public void Every_code_of_the_telephone_decodes_to_a_sample_that_encodes_to_it_again()
    {
        foreach (var code in Enumerable.Range(0, 256).Where(c => c != 0x7F))
            Assert.That(MuLaw.Encode(MuLaw.Decode((byte)code)), Is.EqualTo(code), "0x7F alone, the negative zero, comes back as the positive one");
        Assert.That(WaveReader.Read(new HoldMusic().Wave).Length, Is.EqualTo(TimeSpan.FromSeconds(16)));
    }

    [Test]
    public void A_recording_that_is_missing_and_one_that_cannot_be_played_are_named_with_their_place()
    {
        var root = Directory.CreateTempSubdirectory("contactcenter-test-").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(root, "ivr-scripts", "recordings")).FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "menu.fr.wav"), "no sound");
            var script = new ScriptFile("ivr-scripts/lilas/accueil.yaml", "nodes:\n  - say: { fr: Bonjour, recording: welcome }\n  - say: { fr: Tapez 1, recording: menu }\n");
            var found = RecordingFolder.Check(root, [script]).Select(d => (d.Code, $"{d.Span.File}({d.Span.Line},{d.Span.Column})"));
            Assert.That(found, Is.EqualTo([("LIB010", "ivr-scripts/recordings/menu.fr.wav(1,1)"), ("LIB009", "ivr-scripts/lilas/accueil.yaml(2,25)")]));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Test]
    public void Mp3_goes_out_as_it_came_and_what_only_bears_the_name_is_refused()
    {
        byte[] mp3 = [0xFF, 0xFB, 0x90, 0x44, 1, 2, 3];
        Assert.That(PromptFile.Prepare(mp3, PromptFile.Mp3).Content, Is.EqualTo(mp3));
        Assert.That(() => PromptFile.Prepare([1, 2, 3, 4, 5], PromptFile.Mp3), Throws.TypeOf<SoundUnreadableException>());
    }

    private static Sound Tone(double frequency, int rate, double seconds, double amplitude) => new(
        [.. Enumerable.Range(0, (int)(seconds * rate)).Select(i => (float)(amplitude * Math.Sin(Math.Tau * frequency * i / rate)))], rate);

    private static byte[] Wave(Sound sound, int coding, int bits, int channels)
    {
        var bytes = bits / 8;
        var data = new byte[sound.Samples.Length * channels * bytes];
        for (var i = 0; i < sound.Samples.Length * channels; i++)
            Put(data.AsSpan(i * bytes), sound.Samples[i / channels], coding, bits);
        var header = new byte[44];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), 36 + data.Length);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), (short)coding);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), sound.Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), sound.Rate * channels * bytes);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), (short)(channels * bytes));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), (short)bits);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), data.Length);
        return [.. header, .. data];
    }

    private static void Put(Span<byte> at, float sample, int coding, int bits)
    {
        switch (coding, bits)
        {
            case (7, _): at[0] = MuLaw.Encode((short)(sample * 32_767)); break;
            case (3, 32): BinaryPrimitives.WriteSingleLittleEndian(at, sample); break;
            case (3, _): BinaryPrimitives.WriteDoubleLittleEndian(at, sample); break;
            case (_, 8): at[0] = (byte)(128 + Math.Round(sample * 127)); break;
            case (_, 16): BinaryPrimitives.WriteInt16LittleEndian(at, (short)(sample * 32_768)); break;
            case (_, 24):
                var value = (int)(sample * 8_388_608);
                (at[0], at[1], at[2]) = ((byte)(value & 0xFF), (byte)((value >> 8) & 0xFF), (byte)((value >> 16) & 0xFF));
                break;
            default: BinaryPrimitives.WriteInt32LittleEndian(at, (int)(sample * 2_147_483_648.0)); break;
        }
    }
}
