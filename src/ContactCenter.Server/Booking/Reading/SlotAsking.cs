using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>A search before any calendar was looked at: of whom, for what, for whom.</summary>
internal sealed record SlotAsking(BookingScene Scene, VisitReason Reason, PatientFacts Patient);

/// <summary>Reads it from an address: for one's own slots and for those of the neighbours.</summary>
internal sealed class SlotAskings(BookingScenes scenes, PatientFactsReader patients)
{
    /// <summary>One of the two is null.</summary>
    public async Task<(SlotAsking? Asked, IResult? Refused)> Read(
        ContactCenterDb db, Guid practiceId, SlotQuery query, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await scenes.Set(db, practiceId, user, query.CallId, cancellationToken) is not { } scene)
            return (null, Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar));
        if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(query.VisitReason ?? ""), out var reason))
            return (null, Refusals.UnknownReason(scene).Result());
        return (new SlotAsking(scene, reason, await query.Facts(db, scene, patients, cancellationToken)), null);
    }
}
