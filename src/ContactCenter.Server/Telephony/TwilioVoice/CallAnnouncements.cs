namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Sentences spoken where no call's script is at hand.</summary>
internal static class CallAnnouncements
{
    public const string AgentBackSoon = "La communication avec la secrétaire s'est interrompue. Restez en ligne, elle revient.";

    public static string Callback(string language) => language.StartsWith("en", StringComparison.Ordinal)
        ? "Hello, you asked the medical practice to call you back. To speak with the secretary, press 1. In an emergency, dial 15 or 112."
        : "Bonjour, vous avez demandé à être rappelé par le secrétariat médical. Pour parler à la secrétaire, appuyez sur 1. En cas d'urgence, composez le 15 ou le 112.";

    public static string Task(string practice) =>
        $"Bonjour, ici le secrétariat médical, {practice}. Pour parler à la secrétaire, appuyez sur 1. En cas d'urgence, composez le 15 ou le 112.";

    public const string AgentPhone = "Votre console est déconnectée et un patient vous attend. Pour reprendre l'appel, appuyez sur 1.";
}
