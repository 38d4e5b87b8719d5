using System.Collections.Concurrent;
using System.Globalization;
using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>A kept recording. No sound is simulated: its media is silence of the true length, and the words beside it.</summary>
public sealed record Recording(string Sid, string CallSid, DateTimeOffset StartedAt, TimeSpan Length, IReadOnlyList<string> Words);

/// <summary>Recordings of the account, until they are deleted.</summary>
public sealed class Recordings(SimulatorOptions options)
{
    private readonly ConcurrentDictionary<string, Recording> _kept = new();

    public IReadOnlyList<Recording> All => [.. _kept.Values.OrderByDescending(r => r.StartedAt)];

    public Recording? Find(string sid) => _kept.GetValueOrDefault(sid);

    public bool Delete(string sid) => _kept.TryRemove(sid, out _);

    public string Url(Recording recording) => $"{options.Address}/2010-04-01/Accounts/{options.AccountSid}/Recordings/{recording.Sid}";

    internal Recording Keep(Leg leg, TimeSpan length, IReadOnlyList<string> words)
    {
        var recording = new Recording(Sids.New("RE"), leg.Sid, options.Time.GetUtcNow() - length, length, words);
        return _kept[recording.Sid] = recording;
    }

    internal Form Notice(Recording recording) => new()
    {
        ["AccountSid"] = options.AccountSid, ["CallSid"] = recording.CallSid, ["RecordingSid"] = recording.Sid, ["RecordingUrl"] = Url(recording),
        ["RecordingStatus"] = "completed", ["RecordingChannels"] = "1", ["RecordingSource"] = "RecordVerb",
        ["RecordingDuration"] = ((long)recording.Length.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        ["RecordingStartTime"] = WireTime.Text(recording.StartedAt),
    };
}
