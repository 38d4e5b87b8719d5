using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>What can be booked by whoever asks.</summary>
internal static class VisitReasons
{
    public static Task<IResult> Handle(Guid practiceId, ClaimsPrincipal user, BookingScenes scenes, Store store, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) => await scenes.Set(db, practiceId, user, null, token) is { } scene
            ? TypedResults.Ok(scene.Book.Reasons.Values.Where(r => r.PermissionOf(scene.Channel) != BookingPermission.No).Select(r => View(r, scene.Channel)).ToList())
            : Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar),
        cancellationToken);

    private static VisitReasonView View(VisitReason reason, BookingChannel channel)
    {
        var rows = reason.Durations.Rows.Where(r => r.Ages is null).ToList();
        return new VisitReasonView(
            reason.Id.Value, reason.Label, rows.ToDictionary(r => r.Practitioner.Value, r => r.Minutes), reason.Preparation, reason.Synonyms, reason.Documents,
            rows.Where(r => r.NewPatientMinutes is not null).ToDictionary(r => r.Practitioner.Value, r => r.NewPatientMinutes!.Value),
            reason.PermissionOf(channel) == BookingPermission.WithApproval, reason.Referral is not null);
    }
}
