using System.Globalization;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>What may stand in the address of a search or an explanation.</summary>
internal sealed record SlotQuery
{
    public const int MostDays = 400;
    private const int UsualDays = 28;
    private const int UsualTake = 24;
    private const int MostTake = 500;

    public string? VisitReason { get; init; }

    public string? Practitioner { get; init; }

    public DateOnly? From { get; init; }

    public int? Days { get; init; }

    public int? Take { get; init; }

    public int? Each { get; init; }

    public string? Pool { get; init; }

    public Guid? Patient { get; init; }

    public bool? PatientIsNew { get; init; }

    /// <summary>In years.</summary>
    public int? Age { get; init; }

    public bool? Referral { get; init; }

    public bool? Overbook { get; init; }

    public string? Weekdays { get; init; }

    public TimeOnly? Earliest { get; init; }

    public TimeOnly? Latest { get; init; }

    /// <summary>A site's slug.</summary>
    public string? Place { get; init; }

    public Guid? CallId { get; init; }

    /// <summary>Who saw the patient last stands first.</summary>
    public bool? Continuity { get; init; }

    /// <summary>Sessions of a series.</summary>
    public int? Sessions { get; init; }

    /// <summary>Of a series: days from one session to the next, at least.</summary>
    public int? LeastDays { get; init; }

    /// <summary>Of a series: days from one session to the next, at most.</summary>
    public int? MostDaysApart { get; init; }

    /// <summary>For an explanation: the moment asked about.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The same by the practice's own clock: a browser does not know the offset of a day to come.</summary>
    public DateTime? Local { get; init; }

    public Instant? Moment(BookingScene scene) =>
        At is { } at ? Instant.FromDateTimeOffset(at)
        : Local is { } local ? LocalDateTime.FromDateTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified)).InZoneLeniently(scene.Book.Zone).ToInstant()
        : null;

    public async Task<PatientFacts> Facts(ContactCenterDb db, BookingScene scene, PatientFactsReader patients, CancellationToken cancellationToken)
    {
        if (Patient is { } id && await patients.Read(db, scene, new PatientId(id), PatientIsNew, Referral ?? false, null, cancellationToken) is { Facts: var facts })
            return facts;
        return new PatientFacts
        {
            SaidToBeNew = PatientIsNew,
            HasReferral = Referral ?? true,
            Born = Age is { } years and >= 0 and < 150 ? new BirthDate(scene.Today.PlusYears(-years)) : null,
        };
    }

    public SlotWish Wish(VisitReason reason, PractitionerId practitioner, Instant start, PatientFacts facts) =>
        new() { Reason = reason, Practitioner = practitioner, Start = start, Facts = facts, Pool = Pool, Overbook = Overbook ?? false };

    public SlotQuestion Question(BookingRequest request, BookingScene scene)
    {
        var first = From is { } day ? LocalDate.FromDateOnly(day) : scene.Today;
        var within = scene.DaysFrom(first, first.PlusDays(Math.Clamp(Days ?? UsualDays, 1, MostDays) - 1));
        return new SlotQuestion
        {
            Request = request,
            First = Continuity is true ? request.Patient.Last?.Practitioner : null,
            Practitioners = Practitioner is null ? [] : [new PractitionerId(Practitioner)],
            Within = new Interval(Instant.Max(within.Start, Instant.Min(scene.Now, within.End)), within.End),
            Days = ReadWeekdays(),
            From = Earliest is { } earliest ? LocalTime.FromTimeOnly(earliest) : null,
            Place = Place is { Length: > 0 } place ? new PlaceId(place) : null,
            Before = Latest is { } latest ? LocalTime.FromTimeOnly(latest) : null,
            Most = Math.Clamp(Take ?? UsualTake, 1, MostTake),
            MostEach = Math.Clamp(Each ?? MostTake, 1, MostTake),
        };
    }

    private HashSet<IsoDayOfWeek> ReadWeekdays() =>
        [.. (Weekdays ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(w => Enum.TryParse<IsoDayOfWeek>(w, ignoreCase: true, out var day) ? day : IsoDayOfWeek.None).Where(d => d != IsoDayOfWeek.None)];
}
