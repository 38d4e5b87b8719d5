using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Triage;

/// <summary>Whom a practice's urgent calls are brought to, and in which order. Made by <see cref="EscalationPolicyCompiler"/>.</summary>
public sealed record EscalationPolicy
{
    /// <summary>The emergency services, in the scripts' words.</summary>
    public const string Samu = "samu";

    /// <summary>The practice's doctor on call.</summary>
    public const string OnCallDoctor = "on_call";

    /// <summary>The practice's own telephone, which rings in its rooms.</summary>
    public const string PracticeLineName = "practice_line";

    public required ScriptVersion Version { get; init; }

    /// <summary>Tried in order; the first is the 15.</summary>
    public required IReadOnlyList<EscalationTarget> EmergencyNumbers { get; init; }

    /// <summary>On call whenever no dated period says otherwise.</summary>
    public required EscalationTarget OnCallByDefault { get; init; }

    /// <summary>In order of time and apart from each other.</summary>
    public IReadOnlyList<OnCallPeriod> OnCallDated { get; init; } = [];

    public EscalationTarget? PracticeLine { get; init; }

    /// <summary>Further targets that an IVR flow or an agent may dial.</summary>
    public IReadOnlyDictionary<string, EscalationTarget> Others { get; init; } = new Dictionary<string, EscalationTarget>();

    public IReadOnlyList<HelpLine> HelpLines { get; init; } = [];

    /// <summary>The names that a script may dial.</summary>
    public IReadOnlyList<string> Names =>
        [Samu, OnCallDoctor, .. PracticeLine is null ? Array.Empty<string>() : [PracticeLineName], .. Others.Keys];

    public EscalationTarget OnCall(Instant now) => OnCallDated.FirstOrDefault(p => p.Covers(now))?.Target ?? OnCallByDefault;

    /// <summary>The target of a name, or null when the practice has none of that name.</summary>
    public EscalationTarget? Find(string name, Instant now) => name switch
    {
        Samu => EmergencyNumbers[0],
        OnCallDoctor => OnCall(now),
        PracticeLineName => PracticeLine,
        _ => Others.GetValueOrDefault(name),
    };

    /// <summary>Whom a dialogue that names <paramref name="name"/> tries, in order: for the doctor on call, the people of <see cref="DoctorAttempts"/>.</summary>
    public IReadOnlyList<EscalationTarget> AttemptsAt(string name, Instant now) =>
        name == OnCallDoctor ? [.. DoctorAttempts(now).Where(t => t.AsksForKey)] : Find(name, now) is { } target ? [target] : [];

    /// <summary>When the 15 does not answer, the 112, and then the practice's doctor on call: the caller is never left alone.</summary>
    public IReadOnlyList<EscalationTarget> EmergencyAttempts(Instant now) => [.. EmergencyNumbers, OnCall(now)];

    /// <summary>
    /// The doctor on call, the one who is by default, the practice's own line, and when none of them answers, the emergency services:
    /// an urgent call never ends with a telephone that nobody picked up.
    /// </summary>
    public IReadOnlyList<EscalationTarget> DoctorAttempts(Instant now) =>
        [.. new[] { OnCall(now), OnCallByDefault, PracticeLine }.OfType<EscalationTarget>().DistinctBy(t => t.Number), .. EmergencyNumbers];
}
