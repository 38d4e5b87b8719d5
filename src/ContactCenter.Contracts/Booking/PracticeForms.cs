namespace ContactCenter.Contracts.Booking;

/// <summary>A site where the practice consults.</summary>
/// <param name="Latitude">Degrees of WGS 84 with a decimal point, north is positive; empty with <paramref name="Longitude"/>: its distance is not told.</param>
/// <param name="Longitude">The same, east is positive.</param>
public sealed record PlaceForm(string Id, string Name, string Address = "", string Latitude = "", string Longitude = "");

/// <summary>A room, a device or a member of staff that visits may need.</summary>
/// <param name="Kind">room, equipment or staff.</param>
/// <param name="Place">Empty: it belongs to no site.</param>
/// <param name="Openings">When it is there; empty: always.</param>
public sealed record ResourceForm(string Id, string Kind, string Name, string Place, IReadOnlyList<PresenceForm> Openings);

/// <summary>When a resource is there, as <see cref="OpeningForm"/> says it.</summary>
public sealed record PresenceForm(IReadOnlyList<string> Days, string From, string To, string Weeks, string First, string Last);

/// <summary>A name for several reasons, which stands wherever a reason may.</summary>
/// <param name="Id">Its name; another one than <see cref="RuleEdit.Of"/> renames it wherever it is named.</param>
/// <param name="Reasons">Reasons, and families that stand before it.</param>
public sealed record FamilyForm(string Id, IReadOnlyList<string> Reasons);

/// <summary>A quota or an overbooking does not hold for some days.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Last">Empty for one day.</param>
public sealed record SuspensionForm(string Rule, string First, string Last, string Why);

/// <summary>What holds for a patient who has missed so many appointments.</summary>
/// <param name="Most">From how many on.</param>
/// <param name="Months">Within how many months.</param>
/// <param name="Strength">hard, soft or approval.</param>
public sealed record MissedForm(string Most, string Months, string Strength);

/// <summary>How long the practice has to decide on a request.</summary>
/// <param name="Within">Such as 2h or 90m.</param>
/// <param name="Otherwise">refuse or accept: what becomes of a request that nobody decided.</param>
public sealed record ApprovalForm(string Within, string Otherwise);

/// <summary>How soon, how far ahead and at which minutes may be booked at all.</summary>
/// <param name="GridMinutes">Appointments begin at multiples of it after midnight, where an opening says nothing else.</param>
/// <param name="HorizonDays">How many days ahead.</param>
/// <param name="AgentNotice">Minutes before an appointment after which an agent books it no more; empty for none.</param>
/// <param name="PracticeNotice">The same for the practice itself.</param>
/// <param name="OnlineNotice">The same for patients by themselves.</param>
public sealed record BookingSpanForm(string GridMinutes, string HorizonDays, string AgentNotice, string PracticeNotice, string OnlineNotice);
