using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>What a search may wish for at a practice.</summary>
internal static class ShowSearchTerms
{
    public static Task<IResult> Handle(Guid practiceId, ClaimsPrincipal user, BookingScenes scenes, Store store, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) => await scenes.Set(db, practiceId, user, null, token) is { } scene
            ? TypedResults.Ok(new SearchTerms(
                SlotViews.Places(scene),
                scene.Book.Overbookings.Count > 0, scene.Today.PlusDays(scene.Book.HorizonDays).ToDateOnly()))
            : Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar),
        cancellationToken);
}
