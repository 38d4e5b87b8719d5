using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Phones;

/// <summary>A voicemail took a ringing telephone: it answers, greets, beeps, records for a while and hangs up. It never presses a key.</summary>
internal static class Voicemail
{
    private const string Greeting = "Vous êtes bien sur la messagerie de votre correspondant. Merci de laisser un message après le signal sonore.";
    private static readonly TimeSpan Records = TimeSpan.FromSeconds(60);

    /// <param name="heard">Told the kind and the text of what the voicemail makes heard.</param>
    public static async Task Take(Leg leg, SimulatorOptions options, Action<string, string> heard)
    {
        if (!leg.Decision.TrySetResult(LegState.InProgress))
            return;
        heard("greeting", Greeting);
        if (options.CharactersPerSecond > 0)
            await Task.Delay(TimeSpan.FromSeconds(Greeting.Length / options.CharactersPerSecond), options.Time);
        heard("beep", "");
        await Task.Delay(Records, options.Time);
        if (!leg.IsOver)
            leg.HangUp(byParty: true);
    }
}
