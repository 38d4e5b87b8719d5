using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.Replaying;

/// <summary>The calendars as they stood at a moment. Names stand in it: the look is recorded.</summary>
internal sealed class ReplayAgenda(Store store, BookingScenes scenes, RulesOfThen rules, ReplayedEntries entries, AuditTrail audit)
{
    private const int MostDays = 62;

    public Task<IResult> Handle(
        Guid practiceId, DateTimeOffset? at, DateTime? local, DateOnly? from, int? days, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Write<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            if (Moment(at, local, scene) is not { } moment || moment > scene.Now)
                return Problems.InvalidField(BookingProblems.Invalid, "at");
            var first = from is { } day ? LocalDate.FromDateOnly(day) : scene.DateOf(moment);
            var count = Math.Clamp(days ?? 1, 1, MostDays);
            var interval = scene.DaysFrom(first, first.PlusDays(count - 1));
            var then = await rules.At(db, scene, moment, token);
            var shown = await entries.Of(db, then ?? scene, await HistoryOf.Days(db, scene, interval, moment, token), token);
            if (shown.Exists(e => e.Patient is not null))
                await audit.Append(db, scene.Practice, AuditActor.From(user, null), [new AuditEntry(AuditAction.AgendaShown, null)], token);
            var (earlier, later) = await HistoryOf.ChangesAround(db, scene, interval, moment, token);
            return TypedResults.Ok(new AgendaReplay(
                practiceId, first.ToDateOnly(), count, scene.Local(moment), shown, then is null ? null : RulesOfThen.View(then, first, count),
                earlier is { } before ? scene.Local(before) : null, later is { } after ? scene.Local(after) : null));
        },
        cancellationToken);

    private static Instant? Moment(DateTimeOffset? at, DateTime? local, BookingScene scene) =>
        at is { } exact ? Instant.FromDateTimeOffset(exact)
        : local is { Kind: DateTimeKind.Unspecified } clock ? scene.Book.Zone.AtLeniently(LocalDateTime.FromDateTime(clock)).ToInstant()
        : null;
}
