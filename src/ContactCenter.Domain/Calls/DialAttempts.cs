using System.Globalization;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Domain.Calls;

/// <summary>
/// Numbers that are dialled one after the other from the caller's leg. A person counts as reached once she accepted by the key, whatever picked up
/// before; then the next one follows.
/// </summary>
internal static class DialAttempts
{
    public static bool IsTaken(CallStory story, CallEvent ended, CallScript script) => ended switch
    {
        EmergencyDialEnded e => IsTaken(story, DialWay.Emergency, e.Attempt, e.Outcome, e.Bridged, script.EmergencyAttempts),
        DiversionEnded e => IsTaken(story, DialWay.Diversion, e.Attempt, e.Outcome, e.Bridged, null),
        _ => false,
    };

    public static CallInstruction Dial(EscalationTarget target, DialWay way, int attempt, CallContext context)
    {
        var count = attempt.ToString(CultureInfo.InvariantCulture);
        var ended = new CallRoute(way == DialWay.Emergency ? CallRouteKind.EmergencyDialEnded : CallRouteKind.DiversionEnded, count);
        // Whom the practice names is spoken to in the practice's language, not in the caller's.
        var place = new DialPlace(way, attempt, Scripts.LanguageTags.Tag(context.Script.Flow.Languages[0]));
        return target.AsksForKey
            ? new DialOut(target.Number, target.Ring, ended, new CallRoute(CallRouteKind.DialAnswered, place.ToString()), way == DialWay.Emergency)
            : new DialEmergency(target.Number, target.Ring, ended);
    }

    private static bool IsTaken(CallStory story, DialWay way, int attempt, DialOutcome outcome, bool? bridged, IReadOnlyList<EscalationTarget>? targets) =>
        outcome == DialOutcome.Answered
        && (targets?.ElementAtOrDefault(attempt - 1) is { AsksForKey: false } || (bridged ?? story.AcceptedDials.Contains(DialPlace.KeyOf(way, attempt))));
}
