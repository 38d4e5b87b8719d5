using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactCenter.TwilioSimulator.Load;

/// <summary>How a scripted caller's call ended, as the caller saw it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallerOutcome>))]
public enum CallerOutcome
{
    /// <summary>Talked for the drawn length, then hung up.</summary>
    Talked,

    /// <summary>Talked, and the other side hung up first.</summary>
    HungUpOn,

    /// <summary>Gave up waiting.</summary>
    Abandoned,

    /// <summary>The call was ended before anybody talked.</summary>
    TurnedAway,

    /// <summary>The menu did not say what it was waited for to say.</summary>
    Lost,
}

/// <summary>One caller: what was drawn, what came of it, and what really happened to its leg.</summary>
public sealed record CallerTruth(PlannedCall Planned, CallerOutcome Outcome, CallTruth Call);

/// <summary>A finished load: every caller, in the order in which they dialled.</summary>
/// <param name="StartedAt">On the clock of whoever played it; the calls' own times are the simulator's.</param>
public sealed record LoadTruth(LoadPlan Plan, DateTimeOffset StartedAt, DateTimeOffset EndedAt, IReadOnlyList<CallerTruth> Callers)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public int Count(CallerOutcome outcome) => Callers.Count(c => c.Outcome == outcome);

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>How far a load is.</summary>
public sealed record LoadProgress(int Calls, int Dialled, int Waiting, int Talking, int Done);
