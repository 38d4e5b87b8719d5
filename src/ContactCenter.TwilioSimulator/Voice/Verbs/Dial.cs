using System.Globalization;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice.Verbs;

/// <summary><c>Dial</c>: a conference, or up to ten parties that ring together until the first answers.</summary>
internal sealed class Dial(Execution run, XElement verb)
{
    private readonly Leg _leg = run.Leg;
    private readonly string _action = verb.Text("action", "");

    /// <summary>Null when there is no action: the document goes on.</summary>
    public async Task<IReadOnlyList<XElement>?> Do()
    {
        var form = verb.Element("Conference") is { } room ? await Confer(room) : await Call();
        _leg.Interrupted.ThrowIfCancellationRequested();
        return _action.Length == 0 ? null : await run.Fetch(_action, DocumentPlace.Call, form, verb.Text("method", "POST"));
    }

    private async Task<Form> Confer(XElement room)
    {
        if (_leg.AnsweredAt is null)
            run.Board.Answer(_leg);
        await new Conference(run, room).Do();
        return new() { ["DialCallStatus"] = "answered" };
    }

    private async Task<Form> Call()
    {
        var callerId = verb.Text("callerId", _leg.From);
        if (callerId != _leg.From && callerId != _leg.To && run.Options.Numbers.All(n => n.Number != callerId))
            throw new TwimlFault(13214, "Dial: Invalid callerId value");
        List<(XElement Noun, Leg Leg)> rung = [.. Nouns().Select(noun => (noun, Child(noun, callerId)))];
        foreach (var (_, child) in rung)
            run.Hear("ringing", child.To);
        if (await FirstToAnswer(rung.Select(r => r.Leg)) is not { } answered)
            return new() { ["DialCallStatus"] = rung[^1].Leg.Word, ["DialCallSid"] = rung[^1].Leg.Sid };
        var noun = rung.Find(r => r.Leg == answered).Noun;
        if (noun.Text("url", "") is { Length: > 0 } whisper && !await new LegRunner(run.Board, answered).Whisper(whisper,
            noun.Text("method", "POST")))
        {
            run.Board.End(answered, LegState.Completed);
            return Ended(answered, "no-answer", bridged: false);
        }
        await Bridge(answered);
        return Ended(answered, "completed", bridged: true);
    }

    private IEnumerable<XElement> Nouns() => verb.HasElements ? verb.Elements() : [new XElement("Number", verb.Value.Trim())];

    private Leg Child(XElement noun, string callerId)
    {
        var name = (noun.Element("Identity")?.Value ?? string.Concat(noun.Nodes().OfType<XText>().Select(t => t.Value))).Trim();
        var to = noun.Name == "Client" ? $"client:{name}" : name;
        return run.Board.Outbound(new(callerId, to, "outbound-dial", noun.Text("statusCallback", ""), noun.Words("statusCallbackEvent", "completed"))
        {
            ParentSid = _leg.Sid, Parameters = noun.Elements("Parameter").ToDictionary(p => p.Text("name", ""), p => p.Text("value", "")),
        });
    }

    private async Task<Leg?> FirstToAnswer(IEnumerable<Leg> children)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(_leg.Interrupted);
        var ringing = children.ToDictionary(child => run.Board.RingOut(child, verb.Seconds("timeout", 30), enough.Token));
        Leg? winner = null;
        while (ringing.Count > 0)
        {
            var settled = await Task.WhenAny(ringing.Keys);
            if (!ringing.Remove(settled, out var child) || !await settled)
                continue;
            if (winner is null)
                winner = child;
            else
                run.Board.End(child, LegState.Completed);
            await enough.CancelAsync();
        }
        return winner;
    }

    private async Task Bridge(Leg child)
    {
        if (_leg.AnsweredAt is null)
            run.Board.Answer(_leg);
        run.Hear("together", child.To);
        child.Device.Hear(child, "together", _leg.From, "");
        run.Board.Truth.Bridged(_leg, child, true);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_leg.Interrupted, child.Interrupted);
        await Task.WhenAny(run.Delay(verb.Seconds("timeLimit", 14_400), over.Token), verb.Flag("hangupOnStar", false) ? Star(over.Token)
            : Task.Delay(Timeout.Infinite, over.Token));
        await over.CancelAsync();
        run.Board.Truth.Bridged(_leg, child, false);
        run.Board.End(child, LegState.Completed);
    }

    private async Task Star(CancellationToken cancellationToken)
    {
        while (await _leg.Keys.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_leg.Keys.Reader.TryRead(out var key) && key == "*")
                return;
        }
    }

    private static Form Ended(Leg child, string how, bool bridged) => new()
    {
        ["DialCallStatus"] = how, ["DialCallSid"] = child.Sid, ["DialBridged"] = bridged ? "true" : "false",
        ["DialCallDuration"] = Switchboard.Seconds(child).ToString(CultureInfo.InvariantCulture),
    };
}
