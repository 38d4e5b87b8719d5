using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Waiting;

/// <summary>How fast what became free was filled again. No patient stands in it.</summary>
internal sealed class ShowRefills(Store store, BookingScenes scenes)
{
    private const int UsualDays = 30;
    private const int MostDays = 366;
    private const int Shown = 50;

    public Task<IResult> Handle(Guid practiceId, int? days, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            var since = scene.Now - Duration.FromDays(Math.Clamp(days ?? UsualDays, 1, MostDays));
            var freed = await db.Set<FreedSlot>().Where(f => f.PracticeId == scene.Practice && f.ReleasedAt >= since).OrderByDescending(f => f.ReleasedAt).ToListAsync(token);
            var filled = freed.FindAll(f => f.State == FreedState.Refilled);
            var minutes = filled.Select(Minutes).Order().ToList();
            return TypedResults.Ok(new RefillView(
                freed.Count, filled.Count, filled.Count(f => f.ByWaitlist), freed.Count(f => f.State == FreedState.Passed), minutes.Count == 0 ? null : minutes[(minutes.Count - 1) / 2],
                [.. freed.Take(Shown).Select(f => View(f, scene))]));
        },
        cancellationToken);

    private static FreedSlotView View(FreedSlot freed, BookingScene scene) => new(
        SlotViews.NameOf(ResourceId.Of(freed.PractitionerId), scene.Book), scene.Local(freed.Start), scene.Local(freed.End), $"{freed.Because}", scene.Local(freed.ReleasedAt),
        freed.Offers, freed.State == FreedState.Refilled ? Minutes(freed) : null, freed.ByWaitlist, freed.State == FreedState.Passed);

    private static int Minutes(FreedSlot freed) => (int)Math.Ceiling((freed.FilledAt!.Value - freed.ReleasedAt).TotalMinutes);
}
