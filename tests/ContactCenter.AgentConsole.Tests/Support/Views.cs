using ContactCenter.Contracts.Consoles;

namespace ContactCenter.AgentConsole.Tests.Support;

/// <summary>Views as the server would send them.</summary>
internal static class Views
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static AgentView Idle(long revision = 1, Presence presence = Presence.Available) => new()
    {
        Revision = revision,
        ServerTime = Noon,
        Presence = new PresenceView(presence, null, Noon, null),
        Team = [new TeamMemberView(Guid.NewGuid(), "Nadia Belkacem", "NB", Presence.OnCall, null, Noon, "Cabinet Pasteur")],
        Queue = new QueueView(2, Noon.AddSeconds(-30), 1),
    };

    public static AgentView Ringing(long revision = 1, OfferView? offer = null) =>
        Idle(revision, Presence.Offered) with { Offer = offer ?? Offer() };

    public static AgentView OnCall(long revision = 1, CallView? call = null) => Idle(revision, Presence.OnCall) with { Call = call ?? Call() };

    public static OfferView Offer() => new()
    {
        OfferId = Guid.NewGuid(),
        CallId = Guid.NewGuid(),
        Practice = Practice(),
        Caller = Caller(),
        OfferedAt = Noon,
        ExpiresAt = Noon.AddSeconds(20),
        WaitingSince = Noon.AddSeconds(-38),
        Urgency = CallUrgency.Routine,
        Reason = "Rendez-vous",
        Because = ["Vous êtes la secrétaire habituelle du cabinet."],
    };

    public static CallView Call() => new()
    {
        CallId = Guid.NewGuid(),
        Practice = Practice(),
        Caller = Caller(),
        Phase = CallPhase.Talking,
        Urgency = CallUrgency.Routine,
        PhaseSince = Noon,
        TalkSeconds = 60,
        Targets =
        [
            new TransferTarget("dr-martin", "Dr Martin", "Médecine générale", Emergency: false, OnCall: false),
            new TransferTarget("garde", "Dr Haddad", "Garde", Emergency: false, OnCall: true),
            new TransferTarget("15", "15 SAMU", "", Emergency: true, OnCall: false),
            new TransferTarget("112", "112", "", Emergency: true, OnCall: false),
        ],
        EmergencyOpen = false,
        Dispositions = [new DispositionView("booked", "Rendez-vous pris"), new DispositionView("other", "Autre")],
    };

    public static PracticeCard Practice() => new()
    {
        PracticeId = Guid.Parse("01900000-0000-7000-8000-000000000001"),
        Slug = "cabinet-des-lilas",
        Name = "Cabinet des Lilas",
        AnswerPhrase = "Cabinet des Lilas, bonjour.",
        TimeZone = "Europe/Paris",
        UtcOffsetMinutes = 60,
        Instructions = ["Dr Martin absent mardi."],
        IsOpen = true,
    };

    public static CallerView Caller() => new("+33612345678", [new KnownPatient(Guid.NewGuid(), "Amélie Durand", new DateOnly(1986, 4, 12))], 0, null);

    public static Dictionary<string, string> Leg(string label) => new() { ["call"] = "c1", ["leg"] = label };
}
