using System.Collections.Frozen;

namespace ContactCenter.Server.Telephony.Audio;

/// <summary>
/// The recorded prompts, by name and language: <c>ivr-scripts/recordings/NAME.fr.wav</c>, or <c>.mp3</c>. Changed files are taken up within seconds; one
/// that cannot be played is left out, and the words of the script are spoken in its place.
/// </summary>
/// <param name="root">The folder that holds <c>ivr-scripts</c>.</param>
internal sealed class PromptLibrary(string root, TimeProvider time, ILogger<PromptLibrary> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private FrozenDictionary<string, (DateTime Written, PromptFile? Prompt)> _files = FrozenDictionary<string, (DateTime, PromptFile?)>.Empty;
    private long? _lookedAt;

    /// <summary>The file's name and content for a prompt in a language such as <c>fr-FR</c>; null when it was not recorded.</summary>
    public (string File, PromptFile Prompt)? Find(string name, string language)
    {
        var stem = $"{name}.{language[..2]}";
        foreach (var file in new[] { stem + PromptFile.Wave, stem + PromptFile.Mp3 })
        {
            if (Get(file) is { } prompt)
                return (file, prompt);
        }
        return null;
    }

    public PromptFile? Get(string file) => Current().TryGetValue(file, out var found) ? found.Prompt : null;

    private FrozenDictionary<string, (DateTime Written, PromptFile? Prompt)> Current()
    {
        lock (_gate)
        {
            if (_lookedAt is { } looked && time.GetElapsedTime(looked) < Fresh)
                return _files;
            _lookedAt = time.GetTimestamp();
            return _files = RecordingFolder.Files(root).ToFrozenDictionary(path => Path.GetFileName(path), Load);
        }
    }

    private (DateTime, PromptFile?) Load(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (_files.TryGetValue(Path.GetFileName(path), out var known) && known.Written == written)
            return known;
        try
        {
            return (written, PromptFile.Prepare(File.ReadAllBytes(path), Path.GetExtension(path)));
        }
        catch (Exception failure) when (failure is SoundUnreadableException or IOException)
        {
            log.LogError("The recording {File} is not played: {Reason} Its words are spoken instead", Path.GetFileName(path), failure.Message);
            return (written, null);
        }
    }
}
