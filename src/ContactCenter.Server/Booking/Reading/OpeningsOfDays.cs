using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>The openings of some days under the rules of the scene: of practitioners, and of rooms, devices and staff.</summary>
internal static class OpeningsOfDays
{
    public static IEnumerable<OpeningView> Of(BookingScene scene, LocalDate first, int days)
    {
        var calendar = new OpeningCalendar(scene.Book);
        var dates = Enumerable.Range(0, days).Select(first.PlusDays).ToList();
        return OfPractitioners(scene, calendar, first, days).Concat(scene.Book.Resources.Values.SelectMany(r => dates.SelectMany(d => There(scene, calendar, r, d))));
    }

    public static IEnumerable<OpeningView> OfPractitioners(BookingScene scene, LocalDate first, int days) =>
        OfPractitioners(scene, new OpeningCalendar(scene.Book), first, days);

    private static IEnumerable<OpeningView> OfPractitioners(BookingScene scene, OpeningCalendar calendar, LocalDate first, int days)
    {
        var interval = scene.DaysFrom(first, first.PlusDays(days - 1));
        return scene.Book.Practitioners.Values.SelectMany(p => calendar.Between(p, interval).OrderBy(o => o.Start).Select(o => SlotViews.Of(o, p.Id, scene)));
    }

    private static IEnumerable<OpeningView> There(BookingScene scene, OpeningCalendar calendar, BookableResource resource, LocalDate date)
    {
        if (resource.Openings.Count > 0)
            return calendar.On(resource, date).OrderBy(o => o.Start).Select(o => SlotViews.Of(o, resource.Id, scene));
        var day = scene.DaysFrom(date, date);
        return [new OpeningView(resource.Id.Value, scene.Local(day.Start), scene.Local(day.End))];
    }
}
