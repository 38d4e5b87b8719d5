namespace ContactCenter.Contracts.Booking;

/// <summary>The parts of booking rules that forms show and change, as they are written. An empty text is a value that is not there.</summary>
/// <param name="Places">Where practitioners consult.</param>
/// <param name="Families">Names for several reasons, which stand wherever a reason may.</param>
public sealed record RulesForm(
    IReadOnlyList<PractitionerForm> Practitioners,
    IReadOnlyList<ReasonForm> Reasons,
    IReadOnlyList<ClosureForm> Closures,
    IReadOnlyList<ExtraOpeningForm> ExtraOpenings,
    IReadOnlyList<SubstituteForm> Substitutes,
    IReadOnlyList<PlaceForm> Places,
    IReadOnlyList<FamilyForm> Families)
{
    public IReadOnlyList<QuotaForm> Quotas { get; init; } = [];

    public IReadOnlyList<GapForm> Gaps { get; init; } = [];

    public IReadOnlyList<OverbookingForm> Overbookings { get; init; } = [];

    public IReadOnlyList<ResourceForm> Resources { get; init; } = [];

    public IReadOnlyList<SuspensionForm> Suspensions { get; init; } = [];

    /// <summary>Null when missed appointments change nothing.</summary>
    public MissedForm? Missed { get; init; }

    /// <summary>Null when nothing is written: then a request is refused after two hours.</summary>
    public ApprovalForm? Approval { get; init; }

    public BookingSpanForm Span { get; init; } = new("", "", "", "", "");

    public HeadForm Head { get; init; } = new("", "", "", "");

    /// <summary>Null when nothing is written: then no slot is offered to callers of other practices.</summary>
    public NeighboursForm? Neighbours { get; init; }
}

public sealed record PractitionerForm(string Id, string Name, NewPatientsForm NewPatients, IReadOnlyList<OpeningForm> Openings)
{
    /// <summary>As the practice calls it; by it a neighbour's practitioners are found for a caller.</summary>
    public string Specialty { get; init; } = "";

    /// <summary>Null for all ages.</summary>
    public AgesForm? Ages { get; init; }
}

/// <param name="Strength">hard, soft or approval: how strictly new patients are not taken.</param>
public sealed record NewPatientsForm(bool Accepted, string Strength);

/// <param name="Days">monday to sunday.</param>
/// <param name="Weeks">every, odd or even.</param>
/// <param name="Mode">office, tele, home_visit or walk_in.</param>
/// <param name="Reasons">Empty for all.</param>
/// <param name="KeptFor">The pool that alone may book in it before a release; empty: it is kept for none.</param>
/// <param name="GridMinutes">Its own grid; empty: the practice's, see <see cref="BookingSpanForm"/>.</param>
public sealed record OpeningForm(
    IReadOnlyList<string> Days, string From, string To, string Weeks, string First, string Last, string Place, string Mode,
    IReadOnlyList<string> Reasons, string KeptFor = "", string GridMinutes = "")
{
    /// <summary>The ladder by which a kept opening opens to others.</summary>
    public IReadOnlyList<ReleaseForm> Releases { get; init; } = [];
}

/// <summary>One rung: so many days before at a time, or so long before.</summary>
/// <param name="To">The reasons that may book from then on; empty for all.</param>
/// <param name="At">08:30, by the practice's clock.</param>
/// <param name="Before">Such as 2h or 90m; then the other two are empty.</param>
public sealed record ReleaseForm(IReadOnlyList<string> To, string DaysBefore, string At, string Before);

/// <param name="Agents">at_once, with_approval or no.</param>
/// <param name="Online">The same, for patients by themselves.</param>
public sealed record ReasonForm(
    string Id, string Label, IReadOnlyList<MinutesForm> Minutes, NewPatientsForm NewPatients, string Agents, string Online,
    IReadOnlyList<string> Preparation, IReadOnlyList<string> Documents, IReadOnlyList<string> Synonyms)
{
    /// <summary>Other minutes for some ages; the first that fits holds.</summary>
    public IReadOnlyList<AgeMinutesForm> ByAge { get; init; } = [];

    /// <summary>office, tele, home_visit or walk_in: it is offered in openings of the same.</summary>
    public string Mode { get; init; } = "office";

    /// <summary>The kept slots that it draws on as well.</summary>
    public string Pool { get; init; } = "";

    /// <summary>Null for all ages.</summary>
    public AgesForm? Ages { get; init; }

    /// <summary>Null when nobody need have sent the patient.</summary>
    public ReferralForm? Referral { get; init; }

    /// <summary>Null when two visits may follow at any distance.</summary>
    public SpacingForm? Spacing { get; init; }

    public IReadOnlyList<NeedForm> Needs { get; init; } = [];

    /// <summary>What the visit puts on the patient's account.</summary>
    public string ChargeCents { get; init; } = "";
}

/// <param name="Minutes">Empty: this practitioner does not offer it.</param>
/// <param name="NewPatientMinutes">Empty: as long as for others.</param>
public sealed record MinutesForm(string PractitionerId, string Minutes, string NewPatientMinutes);

/// <param name="Last">Empty for one day.</param>
/// <param name="Practitioners">Empty for everybody.</param>
public sealed record ClosureForm(string First, string Last, string Why, IReadOnlyList<string> Practitioners);

/// <summary>An opening of one date.</summary>
/// <param name="GridMinutes">As in <see cref="OpeningForm"/>.</param>
public sealed record ExtraOpeningForm(
    string PractitionerId, string Date, string From, string To, string Why, string Place, string Mode, IReadOnlyList<string> Reasons, string KeptFor = "",
    string GridMinutes = "")
{
    public IReadOnlyList<ReleaseForm> Releases { get; init; } = [];
}

/// <summary>Another doctor keeps a practitioner's calendar.</summary>
public sealed record SubstituteForm(
    string PractitionerId, string Name, string First, string Last, IReadOnlyList<string> Reasons, bool KnownPatientsOnly)
{
    /// <summary>Null for all ages.</summary>
    public AgeBandForm? Ages { get; init; }
}

/// <summary>What holds for the whole text. Its version is not among them: an edit counts it.</summary>
/// <param name="Author">Who answers for every rule that names nobody else.</param>
/// <param name="Since">The day from which the author gives them.</param>
/// <param name="Zone">IANA name: all times are its wall clock's.</param>
/// <param name="Holidays">Whose public holidays are closed: metropole, alsace_moselle, guadeloupe, …</param>
public sealed record HeadForm(string Author, string Since, string Zone, string Holidays);

/// <summary>Whether callers of other practices may be offered free slots.</summary>
/// <param name="Shares">all, named or no.</param>
/// <param name="With">The slugs of those that are named; otherwise empty.</param>
/// <param name="Reasons">Empty for all.</param>
public sealed record NeighboursForm(string Shares, IReadOnlyList<string> With, IReadOnlyList<string> Reasons);

/// <summary>
/// <c>POST .../rules/edit</c>: changes one part of a text and leaves every other line of it alone; answers <see cref="EditedRules"/>, writes nothing.
/// </summary>
public sealed record EditRules(string Text, RuleEdit Edit);

/// <summary>What becomes of one part. Exactly the form of its kind is given, or none to take the part out.</summary>
/// <param name="Of">Whose opening, new patients or ages, or which practitioner, reason, family, quota, overbooking, place or resource; one that is not there is added.</param>
/// <param name="Index">Which opening, gap, closure, suspension or substitution, from 0; null adds one.</param>
public sealed record RuleEdit(
    RulePart Part, string? Of = null, int? Index = null, OpeningForm? Opening = null, NewPatientsForm? NewPatients = null, ReasonForm? Reason = null,
    ClosureForm? Closure = null, ExtraOpeningForm? ExtraOpening = null, SubstituteForm? Substitute = null,
    QuotaForm? Quota = null, GapForm? Gap = null, AgesForm? Ages = null,
    OverbookingForm? Overbooking = null, PlaceForm? Place = null, ResourceForm? Resource = null, FamilyForm? Family = null,
    SuspensionForm? Suspension = null, MissedForm? Missed = null, ApprovalForm? Approval = null, BookingSpanForm? Span = null,
    PractitionerForm? Practitioner = null, NeighboursForm? Neighbours = null,
    HeadForm? Head = null);

public enum RulePart
{
    Opening,
    NewPatients,
    Reason,
    Closure,
    ExtraOpening,
    Substitute,
    Quota,
    Gap,
    Ages,
    Overbooking,
    Place,
    Resource,
    Family,
    Suspension,
    Missed,
    Approval,
    Span,
    Practitioner,
    Neighbours,
    Head,
}

/// <param name="Text">The new text.</param>
/// <param name="Field">Where the part stands, as <see cref="RuleFault.Field"/> names places; null when it was taken out.</param>
public sealed record EditedRules(string Text, string? Field, CheckedRules Checked);
