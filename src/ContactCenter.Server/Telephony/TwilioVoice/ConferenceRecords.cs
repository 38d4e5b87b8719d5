using System.Globalization;
using System.Text.Json;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// What Twilio itself wrote down of a call's conferences, as events of the call: who is inside now, and, once all is over, who was inside from when to
/// when. Their keys name the leg, so what was asked for twice is one event.
/// </summary>
internal sealed class ConferenceRecords(TwilioRest twilio)
{
    // Before and after every numbered notice of the same second.
    private const int First = 0;
    private const int Last = int.MaxValue;

    /// <summary>Who is inside now and was never told to have come in.</summary>
    public async Task<IReadOnlyList<CallEvent>> Inside(CallRecord call, Call known, CancellationToken cancellationToken)
    {
        List<CallEvent> found = [];
        foreach (var conference in Sids(await twilio.ListOpenConferences(Name(call), cancellationToken)))
        {
            foreach (var participant in Items(await twilio.ListParticipants(conference, cancellationToken), "participants"))
            {
                if (Text(participant, "call_sid") is { } leg && LegLabel.TryParse(Text(participant, "label"), out var label) && Rfc2822(Text(participant, "date_created")) is { } at)
                    found.AddRange(Missing(known, conference, leg, label, at, null));
            }
        }
        return found;
    }

    /// <summary>
    /// Who came in and went out, and was not told of; to be asked when all is over. A conference of which no notice came at all is found by its name.
    /// </summary>
    public async Task<IReadOnlyList<CallEvent>> Past(CallRecord call, Call known, CancellationToken cancellationToken)
    {
        List<CallEvent> found = [];
        var told = known.Events.OfType<ConferenceNotice>().Select(e => e.Conference);
        foreach (var conference in told.Union(Sids(await twilio.ListConferences(Name(call), cancellationToken))))
        {
            foreach (var participant in Items(await twilio.ReadConferencePast(conference, cancellationToken), "participants"))
            {
                if (Text(participant, "call_sid") is { } leg && LegLabel.TryParse(Text(participant, "label"), out var label) && Iso(Text(participant, "join_time")) is { } at)
                    found.AddRange(Missing(known, conference, leg, label, at, Iso(Text(participant, "leave_time"))));
            }
        }
        return found;
    }

    /// <summary>The caller is on hold since the second that the answer to our wish names; null when it names none. The notice of it says the same.</summary>
    public static ParticipantHeld? Held(CallRecord call, LegRef leg, TwilioAnswer answer) => Updated(answer) is var (at, label)
        ? new ParticipantHeld(AnswerKey(call, leg, "held"), at, call.Conference!, Last, leg, label)
        : null;

    /// <summary>As <see cref="Held"/>, for the end of the hold.</summary>
    public static ParticipantResumed? Resumed(CallRecord call, LegRef leg, TwilioAnswer answer) => Updated(answer) is var (at, label)
        ? new ParticipantResumed(AnswerKey(call, leg, "resumed"), at, call.Conference!, Last, leg, label)
        : null;

    // Within one second keys decide the order: they grow with our wishes.
    private static string AnswerKey(CallRecord call, LegRef leg, string what) => $"answer:{call.Conference}:{leg.Value}:{call.EffectsWritten:D6}:{what}";

    private static (Instant At, LegLabel Label)? Updated(TwilioAnswer answer) =>
        Rfc2822(answer.Text("date_updated")) is { } at && LegLabel.TryParse(answer.Text("label"), out var label) ? (at, label) : null;

    private static IEnumerable<CallEvent> Missing(Call known, string conference, string leg, LegLabel label, Instant joined, Instant? left)
    {
        var who = new LegRef(leg);
        if (!known.Events.Any(e => e is ParticipantJoined j && j.Leg == who && j.Conference == conference))
            yield return new ParticipantJoined($"record:{conference}:{leg}:joined", joined, conference, First, who, label);
        if (left is { } end && !known.Events.Any(e => e is ParticipantLeft l && l.Leg == who && l.Conference == conference))
            yield return new ParticipantLeft($"record:{conference}:{leg}:left", end, conference, Last, who, label, LegEnded: false);
    }

    private static string Name(CallRecord call) => $"call-{call.Id.Value:N}";

    private static IEnumerable<string> Sids(TwilioAnswer conferences) => Items(conferences, "conferences").Select(c => Text(c, "sid")).OfType<string>();

    private static JsonElement.ArrayEnumerator Items(TwilioAnswer answer, string name) =>
        answer.IsDone && answer.Body.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Instant? Rfc2822(string? text) =>
        DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? Instant.FromDateTimeOffset(at) : null;

    // Whole seconds, as the notices have them.
    private static Instant? Iso(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()) : null;
}
