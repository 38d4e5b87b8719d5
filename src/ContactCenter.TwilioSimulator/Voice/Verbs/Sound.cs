using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice.Verbs;

/// <summary><c>Say</c>, <c>Play</c> and <c>Pause</c>.</summary>
internal static class Sound
{
    /// <summary>A round of something that is repeated must take a moment, or it would starve the machine when sounds take no time.</summary>
    public static readonly TimeSpan LeastRound = TimeSpan.FromMilliseconds(200);

    public static async Task Make(Execution run, XElement verb, CancellationToken cancellationToken)
    {
        if (verb.Name == "Pause")
        {
            await run.Delay(verb.Seconds("length", 1), cancellationToken);
            return;
        }
        var rounds = verb.Whole("loop", 1);
        for (var round = 0; rounds == 0 || round < rounds; round++)
        {
            await Once(run, verb, cancellationToken);
            if (rounds == 0)
                await run.Delay(LeastRound, cancellationToken);
        }
    }

    private static async Task Once(Execution run, XElement verb, CancellationToken cancellationToken)
    {
        var content = verb.Value.Trim();
        run.Hear(verb.Name == "Say" ? "say" : "play", content, verb.Name == "Say" ? verb.Text("language", "en-US") : "");
        if (verb.Name == "Play")
            await run.Delay(run.Options.PlayLength, cancellationToken);
        else if (run.Options.CharactersPerSecond > 0)
            await run.Delay(TimeSpan.FromSeconds(content.Length / run.Options.CharactersPerSecond), cancellationToken);
    }
}
