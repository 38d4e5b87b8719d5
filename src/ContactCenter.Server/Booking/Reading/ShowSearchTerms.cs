using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Booking.Reading.Neighbours;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>What a search may wish for at a practice.</summary>
internal static class ShowSearchTerms
{
    public static Task<IResult> Handle(
        Guid practiceId, ClaimsPrincipal user, BookingScenes scenes, NeighbourPractices neighbours, Store store, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            var hasNeighbours = user.IsInRole(Roles.Agent) && (await neighbours.Of(db, scene.Practice, user.AgentId(), token)).Count > 0;
            return TypedResults.Ok(new SearchTerms(
                SlotViews.Places(scene), scene.Book.Overbookings.Count > 0, scene.Today.PlusDays(scene.Book.HorizonDays).ToDateOnly(), hasNeighbours));
        },
        cancellationToken);
}
