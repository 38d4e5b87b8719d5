namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>What is said when no call and no script can be opened.</summary>
internal sealed record SafeWords(string Language, string Emergency, string Incident, string Waiting, string OneMoment, string Message, string Thanks, string CallingRescue, string NoRescue)
{
    private static SafeWords French { get; } = new(
        "fr-FR",
        "En cas d'urgence, raccrochez et composez le 15 ou le 112.",
        "Un incident technique nous empêche de vous répondre normalement. En cas d'urgence, raccrochez et composez le 15 ou le 112.",
        "Un incident technique nous retarde : restez en ligne, vous gardez votre place. En cas d'urgence, raccrochez et composez le 15 ou le 112.",
        "Un instant, s'il vous plaît.",
        "Vous pouvez laisser un message après le signal.",
        "Votre message est enregistré. Au revoir.",
        "Restez en ligne, nous appelons les secours.",
        "Les secours n'ont pas répondu. Raccrochez et composez le 15 ou le 112.");

    private static SafeWords English { get; } = new(
        "en-GB",
        "In an emergency, hang up and dial 15 or 112.",
        "A technical fault keeps us from answering you as usual. In an emergency, hang up and dial 15 or 112.",
        "A technical fault delays us: please hold, you keep your place. In an emergency, hang up and dial 15 or 112.",
        "One moment, please.",
        "You may leave a message after the tone.",
        "Your message has been recorded. Goodbye.",
        "Please hold. We are calling the emergency services.",
        "The emergency services did not answer. Hang up and dial 15 or 112.");

    public static SafeWords In(string? language) => language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : French;
}
