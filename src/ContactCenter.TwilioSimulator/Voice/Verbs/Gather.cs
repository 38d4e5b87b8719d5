using System.Text;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice.Verbs;

/// <summary><c>Gather</c>: keys and words.</summary>
internal sealed class Gather(Execution run, XElement verb)
{
    private static readonly Task<bool> Never = new TaskCompletionSource<bool>().Task;
    private readonly Leg _leg = run.Leg;
    private readonly TimeSpan _timeout = verb.Seconds("timeout", 5);

    /// <summary>Null when nothing came: the document goes on.</summary>
    public async Task<IReadOnlyList<XElement>?> Do(DocumentPlace place)
    {
        var form = await Listen();
        if (form.Count == 0 && !verb.Flag("actionOnEmptyResult", false))
            return null;
        return await run.Fetch(verb.Text("action", _leg.DocumentUrl), place, form, verb.Text("method", "POST"));
    }

    private async Task<Form> Listen()
    {
        var input = verb.Text("input", "dtmf");
        var (byKeys, byVoice) = (input.Contains("dtmf", StringComparison.Ordinal), input.Contains("speech", StringComparison.Ordinal));
        while (byVoice && _leg.Words.Reader.TryRead(out _))
        {
        }
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(_leg.Interrupted);
        var key = byKeys ? _leg.Keys.Reader.WaitToReadAsync(quiet.Token).AsTask() : Never;
        var word = byVoice ? _leg.Words.Reader.WaitToReadAsync(quiet.Token).AsTask() : Never;
        run.Hear("listening", input, verb.Text("language", "en-US"));
        var prompts = Prompts(quiet.Token);
        var first = await Task.WhenAny(prompts, key, word);
        if (first == prompts)
            first = await Task.WhenAny(key, word, run.Delay(_timeout, quiet.Token));
        await quiet.CancelAsync();
        _leg.Interrupted.ThrowIfCancellationRequested();
        if (first == word && await word && _leg.Words.Reader.TryRead(out var words))
            return new() { ["SpeechResult"] = words, ["Confidence"] = "0.92" };
        return first == key && await key ? await Digits() : [];
    }

    private async Task Prompts(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var prompt in verb.Elements())
                await Sound.Make(run, prompt, cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<Form> Digits()
    {
        var (most, finish) = (verb.Whole("numDigits", int.MaxValue), verb.Text("finishOnKey", "#"));
        var digits = new StringBuilder();
        while (digits.Length < most && await NextKey() is { } key && !finish.Contains(key, StringComparison.Ordinal))
            digits.Append(key);
        _leg.Interrupted.ThrowIfCancellationRequested();
        return digits.Length > 0 ? new() { ["Digits"] = digits.ToString() } : [];
    }

    private async Task<string?> NextKey()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_leg.Interrupted);
        var next = _leg.Keys.Reader.WaitToReadAsync(patience.Token).AsTask();
        var first = await Task.WhenAny(next, run.Delay(_timeout, patience.Token));
        await patience.CancelAsync();
        return first == next && !_leg.Interrupted.IsCancellationRequested && await next && _leg.Keys.Reader.TryRead(out var key) ? key : null;
    }
}
