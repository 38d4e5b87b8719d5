namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Sentences spoken where no call's script is at hand.</summary>
internal static class CallAnnouncements
{
    public const string AgentBackSoon = "La communication avec la secrétaire s'est interrompue. Restez en ligne, elle revient.";
    public const string AgentPhone = "Votre console est déconnectée et un patient vous attend. Pour reprendre l'appel, appuyez sur 1.";
}
