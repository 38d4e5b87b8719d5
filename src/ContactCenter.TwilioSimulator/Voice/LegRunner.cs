using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Carries out a leg's documents, one after the other, until it ends. A redirect from outside interrupts whatever it is doing.</summary>
internal sealed class LegRunner(Switchboard board, Leg leg)
{
    private readonly SimulatorOptions _options = board.Options;

    /// <summary>Parameters that a softphone gave to <c>connect</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    public async Task Run(string urlOrTwiml, string fallback, bool answers)
    {
        try
        {
            var next = await Fetch(urlOrTwiml, new(Extra), fallback, DocumentPlace.Call);
            while (next is not null && !leg.Ending)
                next = await Step(next, answers);
        }
        catch (OperationCanceledException) when (leg.Ending)
        {
        }
        finally
        {
            board.End(leg, leg.HungUpByParty && leg.AnsweredAt is null ? LegState.Canceled : LegState.Completed);
        }
    }

    private async Task<IReadOnlyList<XElement>?> Step(IReadOnlyList<XElement> document, bool answers)
    {
        try
        {
            return await Execute(document, answers);
        }
        catch (OperationCanceledException) when (leg.Interrupted.IsCancellationRequested)
        {
            LeaveRoom("participant_updated_via_api");
            if (leg.Ending || leg.TakeRedirect() is not { } to)
                return null;
            return await Fetch(to, [], "", DocumentPlace.Call);
        }
        catch (TwimlFault fault)
        {
            return Broken(fault);
        }
    }

    private async Task<IReadOnlyList<XElement>?> Execute(IReadOnlyList<XElement> document, bool answers)
    {
        foreach (var verb in document)
        {
            if (verb.Name == "Reject" && leg.AnsweredAt is null)
            {
                board.End(leg, Text(verb, "reason", "rejected") == "busy" ? LegState.Busy : LegState.Busy);
                return null;
            }
            if (answers && leg.AnsweredAt is null)
                board.Answer(leg);
            leg.Interrupted.ThrowIfCancellationRequested();
            switch (verb.Name.LocalName)
            {
                case "Say" or "Play" or "Pause":
                    await Sound(verb, leg.Interrupted);
                    break;
                case "Gather":
                    if (await Gather(verb, DocumentPlace.Call) is { } afterGather)
                        return afterGather;
                    break;
                case "Redirect":
                    return await Fetch(verb.Value, [], "", DocumentPlace.Call);
                case "Enqueue":
                    return await Enqueue(verb);
                case "Dial":
                    if (await Dial(verb) is { } afterDial)
                        return afterDial;
                    break;
                case "Record":
                    if (await Record(verb) is { } afterRecord)
                        return afterRecord;
                    break;
                case "Hangup":
                    leg.HangUp(byParty: false);
                    return null;
                case "Leave":
                    throw new TwimlFault(12200, "<Leave> outside of a queue.");
            }
        }
        leg.HangUp(byParty: false);
        return null;
    }

    private async Task<IReadOnlyList<XElement>?> Fetch(string urlOrTwiml, Dictionary<string, string> more, string fallback, DocumentPlace place)
    {
        if (urlOrTwiml.StartsWith('<'))
            return Parse(urlOrTwiml, place);
        if (urlOrTwiml.Length == 0)
            return Broken(new TwimlFault(11100, "No address to ask for instructions."));
        var form = board.Form(leg);
        foreach (var (name, value) in more)
            form[name] = value;
        var body = await board.Sender.Post(urlOrTwiml, form, CancellationToken.None);
        if (body is null && fallback.Length > 0)
        {
            form["ErrorCode"] = "11200";
            form["ErrorUrl"] = urlOrTwiml;
            body = await board.Sender.Post(fallback, form, CancellationToken.None);
        }
        return body is null ? Broken(new TwimlFault(11200, "The server did not answer.")) : Parse(body, place);
    }

    private IReadOnlyList<XElement>? Parse(string text, DocumentPlace place)
    {
        try
        {
            return text.Trim().Length == 0 ? [] : TwimlDocument.Read(text, place);
        }
        catch (TwimlFault fault)
        {
            return Broken(fault);
        }
    }

    private IReadOnlyList<XElement>? Broken(TwimlFault fault)
    {
        board.Fault(leg, fault.Code, fault.Message);
        leg.Device.Hear(leg, "say", "We are sorry, an application error has occurred. Goodbye.", "en-US");
        leg.HangUp(byParty: false);
        return null;
    }

    private async Task Sound(XElement verb, CancellationToken cancellationToken)
    {
        switch (verb.Name.LocalName)
        {
            case "Say":
                leg.Device.Hear(leg, "say", verb.Value, Text(verb, "language", "en-US"));
                if (_options.CharactersPerSecond > 0)
                    await Delay(TimeSpan.FromSeconds(verb.Value.Length / _options.CharactersPerSecond), cancellationToken);
                break;
            case "Play":
                leg.Device.Hear(leg, "play", verb.Value, "");
                if (Text(verb, "loop", "1") == "0")
                    await Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                await Delay(_options.PlayLength, cancellationToken);
                break;
            default:
                await Delay(TimeSpan.FromSeconds(Number(verb, "length", 1)), cancellationToken);
                break;
        }
    }

    private async Task<IReadOnlyList<XElement>?> Gather(XElement verb, DocumentPlace place)
    {
        var answer = await Listen(verb);
        var action = Text(verb, "action", "");
        if (answer is null && Text(verb, "actionOnEmptyResult", "false") != "true")
            return null;
        if (action.Length == 0)
            throw new TwimlFault(13321, "<Gather> without action is not simulated: name one.");
        var form = new Dictionary<string, string>();
        if (answer is { Digits: { } digits })
            form["Digits"] = digits;
        if (answer is { Speech: { } speech })
        {
            form["SpeechResult"] = speech;
            form["Confidence"] = "0.92";
        }
        return await Fetch(action, form, "", place);
    }

    private sealed record Answer(string? Digits, string? Speech);

    private async Task<Answer?> Listen(XElement verb)
    {
        var speech = Text(verb, "input", "dtmf").Contains("speech", StringComparison.Ordinal);
        var most = int.TryParse(Text(verb, "numDigits", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
        var finish = verb.Attribute("finishOnKey") is { } given ? given.Value : "#";
        var timeout = TimeSpan.FromSeconds(Number(verb, "timeout", 5));
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(leg.Interrupted);
        while (speech && leg.Words.Reader.TryRead(out _))
        {
        }
        var key = leg.Keys.Reader.WaitToReadAsync(leg.Interrupted).AsTask();
        var word = speech ? leg.Words.Reader.WaitToReadAsync(leg.Interrupted).AsTask() : Never;
        leg.Device.Hear(leg, "listening", speech ? "speech" : "dtmf", Text(verb, "language", ""));
        var prompts = Prompts(verb, quiet.Token);
        var first = await Task.WhenAny(prompts, key, word);
        if (first == prompts)
            first = await Task.WhenAny(key, word, Delay(timeout, quiet.Token));
        await quiet.CancelAsync();
        leg.Interrupted.ThrowIfCancellationRequested();
        if (first == word && await word && leg.Words.Reader.TryRead(out var heard))
            return new Answer(null, heard);
        return first == key ? await Digits(most, finish, timeout) : null;
    }

    private async Task Prompts(XElement verb, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var prompt in verb.Elements())
                await Sound(prompt, cancellationToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<Answer?> Digits(int most, string finish, TimeSpan timeout)
    {
        var digits = new StringBuilder();
        while (digits.Length < most)
        {
            var next = leg.Keys.Reader.WaitToReadAsync(leg.Interrupted).AsTask();
            if (await Task.WhenAny(next, Delay(timeout, leg.Interrupted)) != next || !await next || !leg.Keys.Reader.TryRead(out var key))
                break;
            if (finish.Contains(key, StringComparison.Ordinal) && finish.Length > 0)
                break;
            digits.Append(key);
        }
        leg.Interrupted.ThrowIfCancellationRequested();
        return digits.Length > 0 ? new Answer(digits.ToString(), null) : null;
    }

    private async Task<IReadOnlyList<XElement>?> Enqueue(XElement verb)
    {
        var entered = _options.Time.GetUtcNow();
        var (action, waitUrl, queue) = (Text(verb, "action", ""), Text(verb, "waitUrl", ""), Sids.New("QU"));
        string result;
        try
        {
            result = await Wait(waitUrl, queue, entered);
        }
        catch (OperationCanceledException) when (leg.Interrupted.IsCancellationRequested)
        {
            if (action.Length > 0)
                await board.Sender.Post(action, With(board.Form(leg), Left(leg.Ending ? "hangup" : "redirected"), leg.Ending ? ("CallStatus", "completed") : null), CancellationToken.None);
            throw;
        }
        return result == "hangup" || action.Length == 0 ? null : await Fetch(action, Left(result), "", DocumentPlace.Call);

        Dictionary<string, string> Left(string how) => new()
        {
            ["QueueResult"] = how, ["QueueSid"] = queue, ["QueueTime"] = ((long)(_options.Time.GetUtcNow() - entered).TotalSeconds).ToString(CultureInfo.InvariantCulture),
        };
    }

    private async Task<string> Wait(string waitUrl, string queue, DateTimeOffset entered)
    {
        if (waitUrl.Length == 0)
            await Delay(Timeout.InfiniteTimeSpan, leg.Interrupted);
        var url = waitUrl;
        var document = await Fetch(url, Place(), "", DocumentPlace.Queue);
        while (document is not null)
        {
            IReadOnlyList<XElement>? next = null;
            foreach (var verb in document)
            {
                leg.Interrupted.ThrowIfCancellationRequested();
                switch (verb.Name.LocalName)
                {
                    case "Leave":
                        return "leave";
                    case "Hangup":
                        leg.HangUp(byParty: false);
                        return "hangup";
                    case "Redirect":
                        next = await Fetch(verb.Value, Place(), "", DocumentPlace.Queue);
                        break;
                    case "Gather":
                        next = await GatherInQueue(verb);
                        break;
                    default:
                        await Sound(verb, leg.Interrupted);
                        break;
                }
                if (next is not null)
                    break;
            }
            if (document.Count == 0)
                await Delay(TimeSpan.FromSeconds(1), leg.Interrupted);
            document = next ?? await Fetch(url, Place(), "", DocumentPlace.Queue);
        }
        return "system-error";

        Dictionary<string, string> Place() => new()
        {
            ["QueueSid"] = queue, ["QueuePosition"] = "1", ["CurrentQueueSize"] = "1", ["MaxQueueSize"] = "1000", ["AvgQueueTime"] = "0",
            ["QueueTime"] = ((long)(_options.Time.GetUtcNow() - entered).TotalSeconds).ToString(CultureInfo.InvariantCulture),
        };
    }

    private Task<IReadOnlyList<XElement>?> GatherInQueue(XElement verb) => Gather(verb, DocumentPlace.Queue);

    private async Task<IReadOnlyList<XElement>?> Dial(XElement verb)
    {
        var action = Text(verb, "action", "");
        var noun = verb.Elements().FirstOrDefault() ?? (verb.Value.Length > 0 ? new XElement("Number", verb.Value) : throw new TwimlFault(13221, "<Dial> dials nobody."));
        Dictionary<string, string> ended;
        if (noun.Name == "Conference")
        {
            await Confer(noun);
            ended = new() { ["DialCallStatus"] = "answered" };
        }
        else
            ended = await DialParty(verb, noun);
        leg.Interrupted.ThrowIfCancellationRequested();
        return action.Length == 0 ? null : await Fetch(action, ended, "", DocumentPlace.Call);
    }

    private async Task<Dictionary<string, string>> DialParty(XElement verb, XElement noun)
    {
        var to = noun.Name == "Client" ? $"client:{noun.Value}" : noun.Value;
        var callerId = Text(verb, "callerId", leg.From);
        var child = board.Outbound(callerId, to, "outbound-dial", leg.Sid, Text(noun, "statusCallback", ""), Text(noun, "statusCallbackEvent", "completed").Split(' '));
        leg.Device.Hear(leg, "ringing", to, "");
        if (!await board.RingOut(child, TimeSpan.FromSeconds(Number(verb, "timeout", 30)), leg.Interrupted))
            return new() { ["DialCallStatus"] = child.Word, ["DialCallSid"] = child.Sid };
        leg.Device.Hear(leg, "together", to, "");
        child.Device.Hear(child, "together", leg.From, "");
        var over = new TaskCompletionSource();
        await using var childGone = child.Interrupted.Register(() => over.TrySetResult());
        await using var callerGone = leg.Interrupted.Register(() => over.TrySetResult());
        await over.Task;
        board.End(child, LegState.Completed);
        return new()
        {
            ["DialCallStatus"] = "completed", ["DialCallSid"] = child.Sid, ["DialBridged"] = "true",
            ["DialCallDuration"] = Switchboard.Seconds(child).ToString(CultureInfo.InvariantCulture),
        };
    }

    private async Task Confer(XElement noun)
    {
        var wish = new ConferenceWish(Text(noun, "participantLabel", ""), Text(noun, "startConferenceOnEnter", "true") == "true", Text(noun, "endConferenceOnExit", "false") == "true",
            Text(noun, "muted", "false") == "true", Text(noun, "region", "us1"), Text(noun, "statusCallback", ""), Text(noun, "statusCallbackEvent", "").Split(' '));
        var (room, participant) = board.Rooms.Join(noun.Value, leg, wish);
        using var music = CancellationTokenSource.CreateLinkedTokenSource(leg.Interrupted);
        if (!room.Started)
        {
            participant.Music = music;
            _ = Listening(Text(noun, "waitUrl", ""), music.Token);
        }
        await using var gone = leg.Interrupted.Register(() => board.Rooms.Leave(room, participant, leg.HungUpByParty ? "participant_hung_up" : "participant_updated_via_api"));
        await participant.Out.Task;
    }

    /// <summary>What a participant hears who waits for the start, is held or is spoken to.</summary>
    public async Task Listening(string url, CancellationToken cancellationToken, bool once = false)
    {
        try
        {
            do
            {
                if (url.Length == 0)
                    return;
                var document = await Fetch(url, [], "", DocumentPlace.Hold);
                foreach (var verb in document ?? [])
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (verb.Name == "Redirect")
                        url = verb.Value;
                    else
                        await Sound(verb, cancellationToken);
                }
                if (document is not { Count: > 0 })
                    await Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
            while (!once && !cancellationToken.IsCancellationRequested);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<IReadOnlyList<XElement>?> Record(XElement verb)
    {
        var action = Text(verb, "action", "");
        leg.Device.Hear(leg, "beep", "", "");
        var from = _options.Time.GetUtcNow();
        string? ended = null;
        try
        {
            var key = leg.Keys.Reader.WaitToReadAsync(leg.Interrupted).AsTask();
            var first = await Task.WhenAny(key, Delay(TimeSpan.FromSeconds(Number(verb, "maxLength", 3600)), leg.Interrupted));
            leg.Interrupted.ThrowIfCancellationRequested();
            ended = first == key && leg.Keys.Reader.TryRead(out var digit) ? digit : null;
        }
        catch (OperationCanceledException) when (leg.Ending)
        {
            ended = "hangup";
        }
        var form = new Dictionary<string, string>
        {
            ["RecordingSid"] = Sids.New("RE"), ["RecordingUrl"] = $"https://api.twilio.com/2010-04-01/Accounts/{_options.AccountSid}/Recordings/{Sids.New("RE")}",
            ["RecordingDuration"] = Math.Max(0, (long)(_options.Time.GetUtcNow() - from).TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["Digits"] = ended ?? "",
        };
        if (ended == "hangup")
        {
            await board.Sender.Post(action, With(board.Form(leg), form, ("CallStatus", "completed")), CancellationToken.None);
            leg.Interrupted.ThrowIfCancellationRequested();
        }
        return action.Length == 0 ? null : await Fetch(action, form, "", DocumentPlace.Call);
    }

    private void LeaveRoom(string reason)
    {
        if (leg.Room is { } room && room.Participants.Find(p => p.Leg == leg) is { } participant)
            board.Rooms.Leave(room, participant, reason);
    }

    private static Dictionary<string, string> With(Dictionary<string, string> form, Dictionary<string, string> more, (string Name, string Value)? last)
    {
        foreach (var (name, value) in more)
            form[name] = value;
        if (last is { } l)
            form[l.Name] = l.Value;
        return form;
    }

    private static readonly Task<bool> Never = new TaskCompletionSource<bool>().Task;

    private Task Delay(TimeSpan length, CancellationToken cancellationToken) => Task.Delay(length, _options.Time, cancellationToken);

    private static string Text(XElement element, string attribute, string otherwise) => element.Attribute(attribute)?.Value ?? otherwise;

    private static double Number(XElement element, string attribute, double otherwise) =>
        double.TryParse(element.Attribute(attribute)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
