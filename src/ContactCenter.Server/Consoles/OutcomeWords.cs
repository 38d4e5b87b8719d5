using ContactCenter.Contracts.Consoles;

namespace ContactCenter.Server.Consoles;

/// <summary>What an agent reads when a command was not carried out.</summary>
internal static class OutcomeWords
{
    public static string? Of(CommandOutcome outcome, string culture)
    {
        var english = Culture.IsEnglish(culture);
        return outcome switch
        {
            CommandOutcome.Done => null,
            CommandOutcome.TooLate => english ? "Too late: the call was taken by a colleague or the caller left." : "Trop tard : l’appel est déjà pris ou le patient a raccroché.",
            CommandOutcome.NotAllowed => english ? "Not possible in the present state of the call." : "Impossible dans l’état actuel de l’appel.",
            CommandOutcome.ConfirmationNeeded => english ? "An emergency is open: confirm that you leave the patient." : "Une urgence est en cours : confirmez que vous quittez le patient.",
            CommandOutcome.NotFound => english ? "This call or number is not available to you." : "Cet appel ou ce numéro ne vous est pas accessible.",
        };
    }
}
