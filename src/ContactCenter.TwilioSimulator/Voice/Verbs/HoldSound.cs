namespace ContactCenter.TwilioSimulator.Voice.Verbs;

/// <summary>
/// What a participant hears who waits for the start, is held or is spoken to. A faulty document is reported and costs only the sound.
/// </summary>
internal sealed class HoldSound(Execution run)
{
    /// <summary>Plays until the participant's music is stopped. Without an address it is the vendor's own music.</summary>
    public void Begin(Participant participant, string url, string method)
    {
        var stop = participant.BeginMusic(run.Leg.Interrupted);
        if (url.Length == 0)
            run.Hear("play", "music");
        else
            _ = Reporting(() => Endlessly(url, method, stop));
    }

    public Task Once(string url, string method) => Reporting(() => Round(url, method, run.Leg.Interrupted));

    private async Task Reporting(Func<Task> sound)
    {
        try
        {
            await sound();
        }
        catch (OperationCanceledException)
        {
        }
        catch (TwimlFault fault)
        {
            run.Board.Report(run.Leg, fault);
        }
    }

    private async Task Endlessly(string url, string method, CancellationToken cancellationToken)
    {
        while (true)
        {
            var began = run.Now;
            url = await Round(url, method, cancellationToken);
            if (run.Now - began < Sound.LeastRound)
                await run.Delay(Sound.LeastRound, cancellationToken);
        }
    }

    /// <summary>The address of the next round: the same, unless the document redirects.</summary>
    private async Task<string> Round(string url, string method, CancellationToken cancellationToken)
    {
        foreach (var verb in await run.Fetch(url, DocumentPlace.Hold, method: method))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (verb.Name == "Redirect")
                return new Uri(new Uri(url), verb.Value.Trim()).ToString();
            await Sound.Make(run, verb, cancellationToken);
        }
        return url;
    }
}
