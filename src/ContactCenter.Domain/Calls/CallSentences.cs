namespace ContactCenter.Domain.Calls;

/// <summary>What callers, targets and agents hear that no practice writes for itself. Short, and no health content: it passes through a vendor.</summary>
/// <param name="Language">BCP 47 tag.</param>
internal sealed record CallSentences(
    string Language,
    string StillHere,
    string ConnectingToAgent,
    string BackInLine,
    string AgentBackSoon,
    string EmergencyNow,
    string EmergencyNext,
    string EmergencyToAgent,
    string NextNumber,
    string Goodbye,
    string TransferBrief,
    string PatientCalls,
    string TransferRefused,
    string CallIsOver,
    string AgentPhone,
    string Callback,
    string PracticeRings)
{
    public static CallSentences For(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : French;

    private static CallSentences French { get; } = new(
        "fr-FR",
        "Nous sommes toujours avec vous, une secrétaire va vous répondre.",
        "Une secrétaire prend votre appel.",
        "La communication avec la secrétaire s'est interrompue. Restez en ligne, une autre secrétaire va vous répondre en priorité.",
        "La communication avec la secrétaire s'est interrompue. Restez en ligne, elle revient.",
        "Restez en ligne, nous appelons les secours.",
        "Restez en ligne, nous essayons un autre numéro d'urgence.",
        "Les secours n'ont pas répondu. Vous pouvez aussi raccrocher et composer le 15 ou le 112. Restez en ligne, une secrétaire va vous répondre.",
        "Restez en ligne, nous essayons un autre numéro.",
        "Au revoir.",
        "Appel du secrétariat pour {0}. Pour prendre le patient en ligne, appuyez sur 1.",
        "Un patient vous appelle par le secrétariat. Pour lui parler, tapez 1.",
        "L'appel n'est pas transféré. Au revoir.",
        "Cet appel est terminé.",
        "Votre console est déconnectée et un patient vous attend. Pour reprendre l'appel, appuyez sur 1.",
        "Bonjour, vous avez demandé à être rappelé par le secrétariat médical. Pour parler à la secrétaire, appuyez sur 1. En cas d'urgence, composez le 15 ou le 112.",
        "Bonjour, ici le secrétariat médical, {0}. Pour parler à la secrétaire, appuyez sur 1. En cas d'urgence, composez le 15 ou le 112.");

    private static CallSentences English { get; } = new(
        "en-GB",
        "We are still with you. A secretary will answer shortly.",
        "A secretary is taking your call.",
        "The line to the secretary was lost. Please hold: another secretary will answer you first.",
        "The line to the secretary was lost. Please hold, she is coming back.",
        "Please hold. We are calling the emergency services.",
        "Please hold. We are trying another emergency number.",
        "The emergency services did not answer. You may also hang up and dial 15 or 112. Please hold, a secretary will answer.",
        "Please hold. We are trying another number.",
        "Goodbye.",
        "Secretariat calling for {0}. To take the patient, press 1.",
        "A patient is calling you through the secretariat. To speak with them, press 1.",
        "The call is not transferred. Goodbye.",
        "This call is over.",
        "Your console is disconnected and a patient is waiting for you. To take the call again, press 1.",
        "Hello, you asked the medical practice to call you back. To speak with the secretary, press 1. In an emergency, dial 15 or 112.",
        "Hello, this is the medical secretariat, {0}. To speak with the secretary, press 1. In an emergency, dial 15 or 112.");
}
