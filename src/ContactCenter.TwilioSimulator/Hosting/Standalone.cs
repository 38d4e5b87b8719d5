namespace ContactCenter.TwilioSimulator.Hosting;

/// <summary>The simulator on its own, beside a server that runs elsewhere: numbers and application ask at that server's fixed addresses.</summary>
internal static class Standalone
{
    public static SimulatorOptions Options(int port, Uri server)
    {
        var voice = server.ToString().TrimEnd('/') + "/twilio/voice";
        var numbers = new SimulatorOptions().Numbers;
        foreach (var number in numbers)
            (number.VoiceUrl, number.VoiceFallbackUrl, number.StatusCallback) = ($"{voice}/incoming", $"{voice}/fallback", $"{voice}/status");
        return new SimulatorOptions { Port = port, AppVoiceUrl = $"{voice}/client", Numbers = numbers };
    }
}
