using System.Globalization;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice.Verbs;

/// <summary><c>Enqueue</c>: the waiting document, again and again, until the leg leaves, is redirected or hangs up.</summary>
internal sealed class Enqueue(Execution run, XElement verb)
{
    private readonly Leg _leg = run.Leg;
    private readonly string _action = verb.Text("action", "");
    private readonly int _maxSize = verb.Whole("maxQueueSize", Queues.DefaultSize);

    /// <summary>Null when there is no action: the document goes on.</summary>
    public async Task<IReadOnlyList<XElement>?> Do()
    {
        if (run.Board.Queues.Enter(verb.Value.Trim(), _leg, run.Now, _maxSize) is not { } place)
            return await Action(new() { ["QueueResult"] = "queue-full" });
        var document = _leg.DocumentUrl;
        try
        {
            await Stay(place);
        }
        catch (OperationCanceledException) when (_leg.Interrupted.IsCancellationRequested)
        {
            var ended = Ended(place, _leg.Ending ? "hangup" : "redirected");
            if (_leg.Ending)
                ended["CallStatus"] = "completed";
            if (_action.Length > 0)
                await run.Tell(_action, ended);
            throw;
        }
        _leg.DocumentUrl = document;
        return await Action(Ended(place, "leave"));
    }

    private async Task<IReadOnlyList<XElement>?> Action(Form form) =>
        _action.Length == 0 ? null : await run.Fetch(_action, DocumentPlace.Call, form, verb.Text("method", "POST"));

    private Form Ended(Queues.Place place, string result) => new()
    {
        ["QueueResult"] = result, ["QueueSid"] = place.Sid, ["QueueTime"] = run.SecondsSince(place.EnteredAt),
    };

    private async Task Stay(Queues.Place place)
    {
        run.Board.Truth.Queued(_leg, begins: true);
        try
        {
            await Wait(place);
        }
        finally
        {
            run.Board.Truth.Queued(_leg, begins: false);
            place.Leave(run.Now);
        }
    }

    private async Task Wait(Queues.Place place)
    {
        var url = verb.Text("waitUrl", "");
        if (url.Length == 0)
        {
            run.Hear("play", "music");
            await run.Delay(Timeout.InfiniteTimeSpan, _leg.Interrupted);
        }
        IReadOnlyList<XElement>? next = null;
        var left = false;
        while (!left)
        {
            var began = run.Now;
            var document = next ?? await Next(url, place);
            (next, left) = await Round(document, place);
            _leg.Interrupted.ThrowIfCancellationRequested();
            if (!left && next is null && run.Now - began < Sound.LeastRound)
                await run.Delay(Sound.LeastRound, _leg.Interrupted);
        }
    }

    private async Task<(IReadOnlyList<XElement>? Next, bool Left)> Round(IReadOnlyList<XElement> document, Queues.Place place)
    {
        foreach (var step in document)
        {
            _leg.Interrupted.ThrowIfCancellationRequested();
            switch (step.Name.LocalName)
            {
                case "Leave":
                    return (null, true);
                case "Hangup":
                    _leg.HangUp(byParty: false);
                    break;
                case "Redirect":
                    return (await Next(step.Value.Trim(), place), false);
                case "Gather":
                    if (await new Gather(run, step).Do(DocumentPlace.Queue) is { } next)
                        return (next, false);
                    break;
                default:
                    await Sound.Make(run, step, _leg.Interrupted);
                    break;
            }
        }
        return (null, false);
    }

    private Task<IReadOnlyList<XElement>> Next(string url, Queues.Place place)
    {
        var (position, size, average) = place.Now();
        return run.Fetch(url, DocumentPlace.Queue, new()
        {
            ["QueueSid"] = place.Sid, ["QueuePosition"] = Text(position), ["CurrentQueueSize"] = Text(size), ["MaxQueueSize"] = Text(_maxSize),
            ["AvgQueueTime"] = Text(average), ["QueueTime"] = run.SecondsSince(place.EnteredAt),
        }, verb.Text("waitUrlMethod", "POST"));
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
