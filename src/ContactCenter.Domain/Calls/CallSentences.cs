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
    string Goodbye,
    string TransferBrief,
    string TransferRefused,
    string CallIsOver)
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
        "Au revoir.",
        "Appel du secrétariat pour {0}. Pour prendre le patient en ligne, appuyez sur 1.",
        "L'appel n'est pas transféré. Au revoir.",
        "Cet appel est terminé.");

    private static CallSentences English { get; } = new(
        "en-GB",
        "We are still with you. A secretary will answer shortly.",
        "A secretary is taking your call.",
        "The line to the secretary was lost. Please hold: another secretary will answer you first.",
        "The line to the secretary was lost. Please hold, she is coming back.",
        "Please hold. We are calling the emergency services.",
        "Please hold. We are trying another emergency number.",
        "The emergency services did not answer. You may also hang up and dial 15 or 112. Please hold, a secretary will answer.",
        "Goodbye.",
        "Secretariat calling for {0}. To take the patient, press 1.",
        "The call is not transferred. Goodbye.",
        "This call is over.");
}
