using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Benchmarks;

/// <summary>Two hundred schedules for a year, most of each day taken, from one seed: what the search is measured on.</summary>
internal sealed class BookingYear
{
    public const int Schedules = 200;
    public const int Days = 365;
    private const int VisitMinutes = 15;
    private const double Taken = 0.85;

    private static readonly RuleSource Source = new(new SourceSpan("bench", 1, 1), "Dr Banc", new LocalDate(2026, 1, 1));

    private readonly ILookup<PractitionerId, CalendarEntry> _byPractitioner;

    private BookingYear(BookingBook book, List<CalendarEntry> entries)
    {
        (Book, Entries) = (book, entries);
        _byPractitioner = entries.ToLookup(e => e.Practitioner!.Value);
    }

    public static LocalDate First { get; } = new(2026, 11, 23);

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 23, 7, 0);

    public BookingBook Book { get; }

    public IReadOnlyList<CalendarEntry> Entries { get; }

    public IReadOnlyList<PractitionerId> Practitioners => [.. Book.Practitioners.Keys];

    public VisitReason Reason => Book.Reasons.Values.First();

    public static BookingYear Make(int seed)
    {
        var chance = new Random(seed);
        var ids = Enumerable.Range(1, Schedules).Select(n => new PractitionerId($"dr-{n:000}")).ToList();
        var reason = new VisitReason
        {
            Id = new VisitReasonId("visite"), Label = "Visite", Source = Source,
            Durations = new DurationTable([.. ids.Select(p => new DurationRow(p, VisitMinutes, null, null))]),
        };
        var zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        var book = new BookingBook
        {
            Version = new ScriptVersion("bench", 1, "0"), Source = Source, Zone = zone, Region = HolidayRegion.Metropole, GridMinutes = 5,
            Notice = new Dictionary<BookingChannel, Duration>(), HorizonDays = Days,
            Practitioners = ids.ToDictionary(p => p, p => new Practitioner { Id = p, Name = $"{p}", Specialty = "Médecine générale", Openings = Openings(), Source = Source }),
            Reasons = new Dictionary<VisitReasonId, VisitReason> { [reason.Id] = reason },
        };
        return new BookingYear(book, [.. ids.SelectMany(p => Booked(p, reason, book, chance))]);
    }

    /// <summary>What a search loads: these practitioners for so many days.</summary>
    public CalendarState Load(IReadOnlyCollection<PractitionerId> practitioners, int days)
    {
        var end = Step.At(Now) + (days * Step.PerDay);
        return new CalendarState([.. practitioners.SelectMany(p => _byPractitioner[p].TakeWhile(e => e.From < end))]);
    }

    private static List<OpeningRule> Openings()
    {
        var week = new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday };
        return
        [
            new OpeningRule { Days = week, Hours = new OpeningInterval(new LocalTime(8, 30), new LocalTime(12, 0)), Source = Source },
            new OpeningRule { Days = week, Hours = new OpeningInterval(new LocalTime(14, 0), new LocalTime(18, 30)), Source = Source },
        ];
    }

    private static IEnumerable<CalendarEntry> Booked(PractitionerId practitioner, VisitReason reason, BookingBook book, Random chance)
    {
        var openings = new OpeningCalendar(book);
        // The coming days of some are full: otherwise the first availability is always today.
        var fullUntil = First.PlusDays(chance.Next(20));
        for (var date = First; date < First.PlusDays(Days); date = date.PlusDays(1))
        {
            foreach (var opening in openings.On(book.Practitioners[practitioner], date))
            {
                for (var step = opening.FirstStep; step < opening.EndStep; step += VisitMinutes / Step.Minutes)
                {
                    if (date < fullUntil || chance.NextDouble() < Taken)
                        yield return new CalendarEntry { Kind = CalendarEntryKind.Appointment, Practitioner = practitioner, From = step, To = step + (VisitMinutes / Step.Minutes), Reason = reason.Id };
                }
            }
        }
    }
}
