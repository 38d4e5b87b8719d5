using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>Whoever or whatever has a calendar under the rules in force: what an absence may be entered for.</summary>
internal static class CalendarResources
{
    public static Task<IResult> Handle(Guid practiceId, ClaimsPrincipal user, BookingScenes scenes, Store store, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) => await scenes.Set(db, practiceId, user, null, token) is { } scene
            ? TypedResults.Ok(All(scene.Book).ToList())
            : Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar),
        cancellationToken);

    private static IEnumerable<CalendarResource> All(BookingBook book) =>
    [
        .. book.Practitioners.Values.OrderBy(p => p.Name, StringComparer.CurrentCulture)
            .Select(p => new CalendarResource(p.Id.Value, p.Name, CalendarResourceKind.Practitioner)),
        .. BesidePractitioners(book),
    ];

    public static IEnumerable<CalendarResource> BesidePractitioners(BookingBook book) =>
        book.Resources.Values.Select(r => new CalendarResource(r.Id.Value, r.Name, KindOf(r.Kind))).OrderBy(r => r.Kind).ThenBy(r => r.Name, StringComparer.CurrentCulture);

    private static CalendarResourceKind KindOf(ResourceKind kind) => kind switch
    {
        ResourceKind.Room => CalendarResourceKind.Room,
        ResourceKind.Equipment => CalendarResourceKind.Equipment,
        ResourceKind.Staff => CalendarResourceKind.Staff,
    };
}
