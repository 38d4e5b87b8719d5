using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>How full the days of a practice are. No name is read.</summary>
internal static class ShowAgendaDays
{
    private const int MostDays = 62;

    public static async Task<IResult> Handle(
        Guid practiceId, DateOnly? from, int? days, ClaimsPrincipal user, BookingScenes scenes, Store store, CancellationToken cancellationToken) => await store.Read<IResult>(
        async (db, token) => await scenes.Set(db, practiceId, user, null, token) is { } scene
            ? TypedResults.Ok(await Read(db, scene, from is { } day ? LocalDate.FromDateOnly(day) : scene.Today, Math.Clamp(days ?? 1, 1, MostDays), token))
            : Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar),
        cancellationToken);

    private static async Task<AgendaDays> Read(ContactCenterDb db, BookingScene scene, LocalDate first, int days, CancellationToken cancellationToken)
    {
        var dates = Enumerable.Range(0, days).Select(first.PlusDays).ToList();
        var interval = scene.DaysFrom(dates[0], dates[^1]);
        var (begin, end) = (interval.Start, interval.End);
        var booked = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == scene.Practice && a.Start < end && a.Start >= begin && a.State != AppointmentState.Cancelled)
            .Select(a => new { a.PractitionerId, a.Start, a.State }).ToListAsync(cancellationToken);
        var counts = booked.GroupBy(a => (a.PractitionerId, scene.DateOf(a.Start)))
            .ToDictionary(g => g.Key, g => (All: g.Count(), Pending: g.Count(a => a.State == AppointmentState.Pending)));
        var taken = await CalendarRows.Load(db, scene.Practice, new CalendarScope(interval, null, scene.Now), cancellationToken);
        var calendar = new OpeningCalendar(scene.Book);
        var loads =
            from date in dates
            from practitioner in scene.Book.Practitioners.Values
            let open = Open(calendar, practitioner, date, scene)
            let count = counts.GetValueOrDefault((practitioner.Id, date))
            where !open.IsEmpty || count.All > 0
            select new DayLoad(
                date.ToDateOnly(), practitioner.Id.Value, Minutes(open), Minutes(Without(open, taken.Of(practitioner.Id))), count.All, count.Pending);
        return new AgendaDays(
            scene.Practice.Value, first.ToDateOnly(), days, scene.Local(scene.Now), [.. SlotViews.Practitioners(scene)], [.. loads],
            [.. dates.Where(d => calendar.IsHoliday(d) || calendar.ClosureOfAll(d) is not null).Select(d => new ClosedDay(d.ToDateOnly(), calendar.ClosureOfAll(d)?.Why))]);
    }

    private static StepSet Open(OpeningCalendar calendar, Practitioner practitioner, LocalDate date, BookingScene scene)
    {
        var day = scene.DaysFrom(date, date);
        var from = Step.At(day.Start);
        var open = new StepSet(from, Step.AtOrAfter(day.End) - from);
        foreach (var opening in calendar.On(practitioner, date).Where(o => o.Rule.Mode != ConsultationMode.WalkIn))
            open.Add(opening.FirstStep, opening.EndStep);
        return open;
    }

    private static StepSet Without(StepSet open, IEnumerable<CalendarEntry> taken)
    {
        var free = open.Copy();
        foreach (var entry in taken)
            free.Remove(entry.From, entry.To);
        return free;
    }

    private static int Minutes(StepSet steps) => steps.Steps().Count() * Step.Minutes;
}
