using System.Globalization;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Routing;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Consoles;

/// <summary>Why routing chose an agent, as sentences for her card.</summary>
internal static class RoutingWords
{
    public static IReadOnlyList<string> Of(RoutingReason because, string culture)
    {
        var english = Culture.IsEnglish(culture);
        var waited = (int)because.Waited.TotalSeconds;
        List<string> sentences =
        [
            because.Tier switch
            {
                AgentTier.Own => english ? "You are one of this practice's own secretaries." : "Vous êtes secrétaire attitrée de ce cabinet.",
                AgentTier.Team => english ? $"The practice's own secretaries are busy; waiting for {waited} s." : $"Les secrétaires attitrées sont occupées ; attente de {waited} s.",
                AgentTier.Overflow => english ? $"Overflow: waiting for {waited} s." : $"Débordement : attente de {waited} s.",
            },
        ];
        if (because.Eligible > 1)
        {
            sentences.Add(because.Strategy switch
            {
                RoutingStrategy.Familiarity => english ? $"You know it best of {because.Eligible} available." : $"Vous le connaissez le mieux parmi {because.Eligible} disponibles.",
                RoutingStrategy.LongestIdle => english ? $"You have been free the longest of {because.Eligible}." : $"Vous êtes libre depuis le plus longtemps parmi {because.Eligible}.",
                RoutingStrategy.FewestCalls => english ? $"You had the fewest calls of {because.Eligible} today." : $"Vous avez eu le moins d’appels aujourd’hui parmi {because.Eligible}.",
            });
        }
        if (because.Jumped)
            sentences.Add(english ? "Ahead of others by urgency." : "Passé devant d’autres appels par urgence.");
        return sentences;
    }
}

/// <summary>The outcomes an agent gives a call.</summary>
internal static class DispositionWords
{
    private static readonly (string Code, string French, string English)[] Words =
    [
        ("appointment-booked", "Rendez-vous pris", "Appointment booked"),
        ("appointment-moved", "Rendez-vous déplacé", "Appointment moved"),
        ("appointment-cancelled", "Rendez-vous annulé", "Appointment cancelled"),
        ("message-taken", "Message transmis", "Message taken"),
        ("information-given", "Renseignement donné", "Information given"),
        ("transferred", "Appel transféré", "Transferred"),
        ("emergency", "Urgence orientée", "Emergency routed"),
        ("no-follow-up", "Sans suite", "No follow-up"),
    ];

    public static IReadOnlyList<DispositionView> All(string culture) =>
        [.. Words.Select(w => new DispositionView(w.Code, Culture.IsEnglish(culture) ? w.English : w.French))];

    public static string? Find(string code, string culture) => All(culture).FirstOrDefault(d => d.Code == code)?.Label;

    public static bool Knows(string code) => Words.Any(w => w.Code == code);
}

/// <summary>What became of a call that no agent gave an outcome to.</summary>
internal static class CallOutcomeWords
{
    public static string Of(CallOutcome outcome, string culture)
    {
        var english = Culture.IsEnglish(culture);
        return outcome switch
        {
            CallOutcome.Open => english ? "Not over yet" : "En cours",
            CallOutcome.LeftInIvr => english ? "Hung up in the menu" : "A raccroché dans le menu",
            CallOutcome.Abandoned => english ? "Hung up while waiting" : "A raccroché en attendant",
            CallOutcome.Answered => english ? "Answered" : "Répondu",
            CallOutcome.Transferred => english ? "Transferred" : "Transféré",
            CallOutcome.MessageLeft => english ? "Left a message" : "A laissé un message",
            CallOutcome.CallbackPromised => english ? "Callback promised" : "Rappel promis",
            CallOutcome.Emergency => english ? "Emergency" : "Urgence",
            CallOutcome.Diverted => english ? "Put through to the practice" : "Renvoyé vers le cabinet",
        };
    }
}

/// <summary>A script's word for why a caller phones, in the agent's language; made readable where the script has no words for it.</summary>
internal static class ReasonWords
{
    public static string? Of(string? reason, IvrFlow? flow, string culture) => reason is null ? null
        : flow?.Reasons.GetValueOrDefault(reason) is { } words ? words.In(Culture.IsEnglish(culture) ? Language.En : Language.Fr)
        : string.Create(CultureInfo.GetCultureInfo(culture), $"{char.ToUpper(reason[0], CultureInfo.GetCultureInfo(culture))}{reason[1..].Replace('_', ' ').Replace('-', ' ')}");
}

internal static class Culture
{
    public static bool IsEnglish(string culture) => culture.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}
