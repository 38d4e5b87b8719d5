using System.Xml.Linq;
using ContactCenter.TwilioSimulator.Voice.Verbs;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Carries out a leg's documents, one after the other, until it ends. A redirect from outside interrupts whatever it is doing.</summary>
internal sealed class LegRunner(Switchboard board, Leg leg)
{
    private const string ApplicationError = "We are sorry, an application error has occurred. Goodbye.";
    private readonly Execution _run = new(board, leg);

    /// <summary>Parameters that a softphone gave to <c>connect</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    public async Task Run(string urlOrTwiml, string fallback)
    {
        try
        {
            var next = await Step(() => Fetch(urlOrTwiml, fallback));
            while (next is not null && !leg.Ending)
            {
                var document = next;
                next = await Step(() => Execute(document));
            }
        }
        finally
        {
            board.End(leg, leg.HungUpByParty ? LegState.Canceled : LegState.Failed);
        }
    }

    /// <summary>Says something to a called party before it is connected; false when it is not to be connected.</summary>
    public async Task<bool> Whisper(string url, string method)
    {
        try
        {
            IReadOnlyList<XElement>? next = await _run.Fetch(url, DocumentPlace.Call, method: method);
            while (next is { Count: > 0 })
                next = await Execute(next, isWhisper: true);
            return !leg.Ending;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (TwimlFault fault)
        {
            Break(fault);
            return false;
        }
    }

    private async Task<IReadOnlyList<XElement>?> Fetch(string urlOrTwiml, string fallback) =>
        await _run.Fetch(urlOrTwiml, DocumentPlace.Call, new Form(Extra), fallback: fallback);

    private async Task<IReadOnlyList<XElement>?> Step(Func<Task<IReadOnlyList<XElement>?>> step)
    {
        try
        {
            return await step();
        }
        catch (OperationCanceledException) when (leg.Interrupted.IsCancellationRequested)
        {
            if (leg.Room is { } room && room.Of(leg) is { } participant)
                board.Rooms.Leave(room, participant, leg.HungUpByParty ? "participant_hung_up" : "participant_updated_via_api");
            return leg.Ending || leg.TakeRedirect() is not { } to ? null : await Step(() => Fetch(to, ""));
        }
        catch (TwimlFault fault)
        {
            Break(fault);
            return null;
        }
    }

    private void Break(TwimlFault fault)
    {
        board.Report(leg, fault);
        if (leg.AnsweredAt is null)
            board.Answer(leg);
        _run.Hear("say", ApplicationError, "en-US");
        leg.HangUp(byParty: false);
    }

    private async Task<IReadOnlyList<XElement>?> Execute(IReadOnlyList<XElement> document, bool isWhisper = false)
    {
        foreach (var verb in document)
        {
            leg.Interrupted.ThrowIfCancellationRequested();
            if (leg.AnsweredAt is null && verb.Name == "Reject")
            {
                board.End(leg, verb.Text("reason", "rejected") == "busy" ? LegState.Busy : LegState.NoAnswer);
                return null;
            }
            if (leg.AnsweredAt is null && !(verb.Name == "Dial" && verb.Flag("answerOnBridge", false)))
                board.Answer(leg);
            if (await Carry(verb) is { } next)
                return next;
        }
        if (!isWhisper)
            leg.HangUp(byParty: false);
        return null;
    }

    /// <summary>Null when the document goes on with its next verb.</summary>
    private async Task<IReadOnlyList<XElement>?> Carry(XElement verb)
    {
        switch (verb.Name.LocalName)
        {
            case "Gather":
                return await new Gather(_run, verb).Do(DocumentPlace.Call);
            case "Redirect":
                return await _run.Fetch(verb.Value.Trim(), DocumentPlace.Call, method: verb.Text("method", "POST"));
            case "Enqueue":
                return await new Enqueue(_run, verb).Do();
            case "Dial":
                return await Connect(verb);
            case "Record":
                return await new Record(_run, verb).Do();
            case "Hangup" or "Reject":
                leg.HangUp(byParty: false);
                return null;
            case "Leave":
                throw new TwimlFault(12200, "<Leave> outside of a queue.");
            default:
                await Sound.Make(_run, verb, leg.Interrupted);
                return null;
        }
    }

    private async Task<IReadOnlyList<XElement>?> Connect(XElement verb)
    {
        try
        {
            return await new Dial(_run, verb).Do();
        }
        catch (TwimlFault taken) when (taken.Code == TwimlFault.LabelTaken)
        {
            board.Report(leg, taken);
            return null;
        }
    }
}
