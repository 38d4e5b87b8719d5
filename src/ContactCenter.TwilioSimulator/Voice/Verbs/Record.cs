using System.Globalization;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice.Verbs;

/// <summary><c>Record</c>: ends by a key, by silence, by length or by hanging up; what is spoken resets the silence and is kept as text.</summary>
internal sealed class Record(Execution run, XElement verb)
{
    private readonly Leg _leg = run.Leg;
    private readonly TimeSpan _longest = verb.Seconds("maxLength", 3600);

    /// <summary>Null after nothing but silence: an empty recording has no action, the document goes on.</summary>
    public async Task<IReadOnlyList<XElement>?> Do()
    {
        var action = verb.Text("action", _leg.DocumentUrl);
        if (verb.Flag("playBeep", true))
            run.Hear("beep");
        var (began, spoken) = (run.Now, new List<string>());
        _leg.IsRecorded = true;
        var ended = await Listen(spoken);
        _leg.IsRecorded = false;
        if (ended is null && spoken.Count == 0)
            return null;
        // The vendor cuts at the length, however late our timer tells it.
        var length = run.Now - began;
        var form = Keep(length < _longest ? length : _longest, spoken);
        form["Digits"] = ended ?? "";
        if (_leg.Ending)
        {
            form["CallStatus"] = "completed";
            await run.Tell(action, form);
        }
        _leg.Interrupted.ThrowIfCancellationRequested();
        return await run.Fetch(action, DocumentPlace.Call, form, verb.Text("method", "POST"));
    }

    /// <summary>
    /// The key that ended it, <c>hangup</c>, nothing when it became too long or the leg was taken elsewhere; null when silence ended it.
    /// </summary>
    private async Task<string?> Listen(List<string> spoken)
    {
        var (finish, silence) = (verb.Text("finishOnKey", "1234567890*#"), verb.Seconds("timeout", 5));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_leg.Interrupted);
        var end = run.Delay(_longest, over.Token);
        try
        {
            while (true)
            {
                var (key, word) = (_leg.Keys.Reader.WaitToReadAsync(over.Token).AsTask(), _leg.Words.Reader.WaitToReadAsync(over.Token).AsTask());
                var first = await Task.WhenAny(key, word, end, run.Delay(silence, over.Token));
                _leg.Interrupted.ThrowIfCancellationRequested();
                if (first == word && await word && _leg.Words.Reader.TryRead(out var words))
                    spoken.Add(words);
                else if (first == key && await key && _leg.Keys.Reader.TryRead(out var pressed))
                {
                    if (finish.Contains(pressed, StringComparison.Ordinal))
                        return pressed;
                }
                else
                    return first == end ? "" : null;
            }
        }
        catch (OperationCanceledException) when (_leg.Interrupted.IsCancellationRequested)
        {
            return _leg.Ending ? "hangup" : "";
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private Form Keep(TimeSpan length, List<string> spoken)
    {
        var recording = run.Board.Recordings.Keep(_leg, length, spoken);
        if (verb.Words("recordingStatusCallbackEvent", "completed").Contains("completed"))
            run.Board.Notices.Send(recording.Sid, verb.Text("recordingStatusCallback", ""), run.Board.Recordings.Notice(recording));
        return new()
        {
            ["RecordingSid"] = recording.Sid, ["RecordingUrl"] = run.Board.Recordings.Url(recording),
            ["RecordingDuration"] = ((long)recording.Length.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        };
    }
}
