using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Tests.Booking;

/// <summary>A random practice with random rules, a random calendar and a random question, all from one seed.</summary>
internal sealed class RandomCalendar
{
    private static readonly (string Zone, HolidayRegion Region)[] Zones =
    [
        ("Europe/Paris", HolidayRegion.Metropole), ("Europe/Paris", HolidayRegion.AlsaceMoselle), ("Indian/Reunion", HolidayRegion.Reunion),
        ("America/Guadeloupe", HolidayRegion.Guadeloupe), ("America/Cayenne", HolidayRegion.Guyane), ("America/Miquelon", HolidayRegion.Metropole),
    ];

    /// <summary>Clock changes, leap days, ends of years, holidays that move.</summary>
    private static readonly LocalDate[] Days =
    [
        new(2026, 3, 29), new(2026, 10, 25), new(2027, 3, 28), new(2028, 2, 29), new(2026, 12, 31), new(2027, 5, 6), new(2026, 12, 20), new(2026, 6, 10), new(2026, 11, 1),
    ];

    private readonly Random _chance;
    private readonly RuleSource _source = new(new SourceSpan("random", 1, 1), "Dr Hasard", new LocalDate(2026, 1, 1));
    private readonly PractitionerId[] _practitioners;
    private readonly VisitReasonId[] _reasons;
    private readonly LocalDate _day;

    public RandomCalendar(int seed)
    {
        _chance = new Random(seed);
        _practitioners = [.. Enumerable.Range(1, 1 + _chance.Next(3)).Select(n => new PractitionerId($"dr-{n}"))];
        _reasons = [.. Enumerable.Range(1, 1 + _chance.Next(4)).Select(n => new VisitReasonId($"reason-{n}"))];
        _day = _chance.Next(3) == 0 ? new LocalDate(2026, 1, 1).PlusDays(_chance.Next(1200)) : Pick(Days);
        Book = MakeBook();
        Calendar = new CalendarState(MakeEntries());
        Question = MakeQuestion();
    }

    public BookingBook Book { get; }

    public CalendarState Calendar { get; }

    public SlotQuestion Question { get; }

    private BookingBook MakeBook()
    {
        var (zone, region) = Pick(Zones);
        var resources = Enumerable.Range(1, _chance.Next(4)).Select(n =>
            new BookableResource(new ResourceId($"room-{n}"), $"Room {n}", ResourceKind.Room, null, Sometimes(3) ? Openings() : [], _source)).ToList();
        return new BookingBook
        {
            Version = new ScriptVersion("random", 1, "0"), Source = _source, Zone = DateTimeZoneProviders.Tzdb[zone], Region = region,
            GridMinutes = Pick([5, 10, 15, 20]), HorizonDays = Pick([2, 4, 30, 30]),
            Notice = Enum.GetValues<BookingChannel>().Where(_ => Sometimes(2)).ToDictionary(c => c, _ => Duration.FromMinutes(_chance.Next(600))),
            Resources = resources.ToDictionary(r => r.Id),
            Practitioners = _practitioners.Select(MakePractitioner).ToDictionary(p => p.Id),
            Reasons = _reasons.Select(r => MakeReason(r, resources)).ToDictionary(r => r.Id),
            Closures = [.. Some(1, () => new BookingClosure(Near(), _day.PlusDays(_chance.Next(3)), "why", Sometimes(2) ? [Pick(_practitioners)] : [], _source))],
            Substitutions = [.. Some(1, () => new Substitution(Pick(_practitioners), "Dr Remplace", Near(), _day, Reasons(), Sometimes(2), Sometimes(2) ? Band() : null, _source))],
            Quotas = [.. Some(2, () => new Quota("quota", "Quota", Sometimes(2) ? [Pick(_practitioners)] : [], Sometimes(2), Reasons(), Pick(Enum.GetValues<QuotaPatients>()), Pick(Enum.GetValues<QuotaPeriod>()), _chance.Next(8), Strength(), _source))],
            Gaps = [.. Some(2, () => new Gap(Reasons(), Reasons(), 5 * (1 + _chance.Next(4)), _source))],
            Overbookings = [.. Some(4, () => new Overbooking("over", "Over", Pick(_practitioners), Reasons(), 1 + _chance.Next(2), 1 + _chance.Next(2), Sometimes(2) ? Hours() : null, Sometimes(2) ? RuleStrength.Soft : RuleStrength.Approval, _source))],
            Suspensions = [.. Some(1, () => new Suspension(Pick(["quota", "over"]), Near(), Near().PlusDays(2), "why", _source))],
            Missed = Sometimes(3) ? new MissedRule(1 + _chance.Next(2), 6, Strength(), _source) : null,
        };
    }

    private Practitioner MakePractitioner(PractitionerId id)
    {
        var openings = Openings();
        return new Practitioner
        {
            Id = id, Name = $"{id}", Specialty = "x", Openings = openings, Source = _source,
            ExtraOpenings = [.. Some(1, () => new ExtraOpening(Near(), Rule(new OpeningInterval(new LocalTime(21, 0), LocalTime.Midnight)), "extra"))],
            NewPatients = Sometimes(8) ? new NewPatientRule(Strength(), _source) : null,
            Ages = Sometimes(8) ? new AgeRule(Band(), Strength(), _source) : null,
        };
    }

    /// <summary>Apart: each begins where or after the one before ends, and none reaches the hours of the extra ones.</summary>
    private List<OpeningRule> Openings()
    {
        var openings = new List<OpeningRule>();
        for (var (minute, end) = (5 * _chance.Next(0, 120), 21 * 60); minute < end - 5; minute += 5 * _chance.Next(0, 30))
        {
            var until = Math.Min(end, minute + (5 * _chance.Next(1, 60)));
            openings.Add(Rule(new OpeningInterval(Time(minute), Time(until))));
            minute = until;
        }

        return openings;
    }

    private OpeningRule Rule(OpeningInterval hours) => new()
    {
        Days = Sometimes(3) ? Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToHashSet() : Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None && Sometimes(2)).ToHashSet(),
        Hours = hours,
        Weeks = Sometimes(4) ? Pick([WeekParity.Odd, WeekParity.Even]) : WeekParity.Every,
        First = Sometimes(6) ? Near() : null,
        Last = Sometimes(6) ? Near() : null,
        Reasons = Reasons(),
        Mode = Sometimes(8) ? Pick(Enum.GetValues<ConsultationMode>()) : ConsultationMode.Office,
        GridMinutes = Sometimes(5) ? Pick([5, 10, 25]) : null,
        Kept = Sometimes(6) ? new KeptSlots("urgence", [.. Some(2, Release)]) : null,
        Source = _source,
    };

    private SlotRelease Release() => Sometimes(2)
        ? new DayBeforeRelease(Reasons(), _chance.Next(2), Time(5 * _chance.Next(288)))
        : new HoursBeforeRelease(Reasons(), Duration.FromMinutes(5 * _chance.Next(1, 300)));

    private VisitReason MakeReason(VisitReasonId id, List<BookableResource> resources)
    {
        var rows = _practitioners.Where(_ => !Sometimes(5)).Select(p => new DurationRow(p, 5 * (1 + _chance.Next(9)), Sometimes(3) ? 5 * (1 + _chance.Next(12)) : null, null)).ToList();
        rows.AddRange(rows.Where(_ => Sometimes(3)).Select(r => r with { Minutes = 5 * (1 + _chance.Next(9)), Ages = Band() }).ToList());
        return new VisitReason
        {
            Id = id, Label = $"{id}", Source = _source, Durations = new DurationTable(rows),
            Mode = Sometimes(8) ? ConsultationMode.Tele : ConsultationMode.Office,
            Agents = Sometimes(8) ? Pick(Enum.GetValues<BookingPermission>()) : BookingPermission.AtOnce,
            Online = Pick(Enum.GetValues<BookingPermission>()),
            Pool = Sometimes(4) ? "urgence" : null,
            Ages = Sometimes(8) ? new AgeRule(Band(), Strength(), _source) : null,
            NewPatients = Sometimes(8) ? new NewPatientRule(Strength(), _source) : null,
            Referral = Sometimes(6) ? new ReferralRule(Strength(), _source) : null,
            Spacing = Sometimes(8) ? new SpacingRule(1 + _chance.Next(4), Reasons(), Strength(), _source) : null,
            Needs = resources.Count > 0 && Sometimes(2) ? [new ResourceNeed(1 + _chance.Next(resources.Count), [.. resources.Select(r => r.Id)])] : [],
        };
    }

    private List<CalendarEntry> MakeEntries()
    {
        var from = Step.At(Book.Zone.AtStartOfDay(_day.PlusDays(-2)).ToInstant());
        return [.. Enumerable.Range(0, _chance.Next(60)).Select(_ =>
        {
            var kind = Pick(Enum.GetValues<CalendarEntryKind>());
            var start = from + _chance.Next(6 * Step.PerDay);
            return new CalendarEntry
            {
                Kind = kind, Practitioner = Pick(_practitioners), From = start, To = start + 1 + _chance.Next(12),
                Lane = kind is CalendarEntryKind.Appointment or CalendarEntryKind.Hold && Sometimes(4) ? _chance.Next(3) : 0,
                Reason = kind is CalendarEntryKind.Appointment or CalendarEntryKind.Hold ? Pick(_reasons) : null,
                IsNewPatient = Sometimes(2),
                Resources = [.. Book.Resources.Keys.Where(_ => Sometimes(3))],
            };
        })];
    }

    private SlotQuestion MakeQuestion()
    {
        var from = Book.Zone.AtStartOfDay(_day.PlusDays(-1)).ToInstant() + Duration.FromMinutes(_chance.Next(900));
        return new SlotQuestion
        {
            Request = new BookingRequest
            {
                Reason = Book.Reasons[Pick(_reasons)], Channel = Sometimes(3) ? Pick(Enum.GetValues<BookingChannel>()) : BookingChannel.Agent, Overbook = !Sometimes(3),
                Pools = Sometimes(4) ? new HashSet<string> { "urgence" } : [],
                Patient = MakePatient(), Now = from - Duration.FromMinutes(_chance.Next(400)),
            },
            Practitioners = Sometimes(4) ? [Pick(_practitioners)] : [],
            Within = new Interval(from, from + Duration.FromMinutes(_chance.Next(60, 4 * 24 * 60))),
            Days = Sometimes(5) ? new HashSet<IsoDayOfWeek> { _day.DayOfWeek } : [],
            From = Sometimes(5) ? new LocalTime(_chance.Next(24), 0) : null,
            Before = Sometimes(5) ? new LocalTime(_chance.Next(24), 0) : null,
            Most = int.MaxValue,
        };
    }

    private PatientFacts MakePatient() => new()
    {
        Born = Sometimes(2) ? new BirthDate(_day.PlusMonths(-_chance.Next(400)).PlusDays(_chance.Next(-2, 3))) : null,
        SaidToBeNew = Sometimes(2) ? Sometimes(2) : null,
        SeenBy = Sometimes(2) ? _practitioners.Where(_ => Sometimes(2)).ToHashSet() : null,
        Visits = [.. Some(2, () => new PatientVisit(Pick(_reasons), Near()))],
        Missed = [.. Some(2, () => _day.PlusDays(-_chance.Next(300)))],
        Flags = Sometimes(8) ? PatientFlags.AskPracticeFirst : PatientFlags.None,
        HasReferral = Sometimes(2),
    };

    private ReasonSet Reasons() => !Sometimes(3) ? ReasonSet.All : ReasonSet.Of(_reasons.Where(_ => !Sometimes(3)));

    private AgeBand Band() => new(_chance.Next(200), Sometimes(2) ? null : 200 + _chance.Next(300));

    private RuleStrength Strength() => Pick(Enum.GetValues<RuleStrength>());

    private OpeningInterval Hours() => new(Time(5 * _chance.Next(144)), Time(720 + (5 * _chance.Next(143))));

    private LocalDate Near() => _day.PlusDays(_chance.Next(-2, 3));

    private static LocalTime Time(int minutes) => LocalTime.FromMinutesSinceMidnight(minutes % (24 * 60));

    private List<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, _chance.Next(most + 1)).Select(_ => make())];

    private T Pick<T>(T[] from) => from[_chance.Next(from.Length)];

    private bool Sometimes(int oneIn) => _chance.Next(oneIn) == 0;
}
