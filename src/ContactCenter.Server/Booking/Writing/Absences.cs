using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Reading;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>The practice says when somebody or something is not there. Appointments that lie in it stand until they are moved: they are told.</summary>
internal sealed class Absences(CalendarWrites writes, AppointmentViews views, Store store, Sealer sealer, BookingScenes scenes)
{
    private const int LongestWhy = 200;
    private const int MostDays = 731;

    public Task<IResult> Enter(Guid practiceId, EnterAbsence form, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        return writes.Do(new CalendarAsk(practiceId, key, user, null, "absence", null, form), (db, scene, token) => Enter(db, scene, id, form, token), cancellationToken);
    }

    public Task<IResult> Withdraw(Guid practiceId, Guid absenceId, IdempotencyKey key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        writes.Do(
            new CalendarAsk(practiceId, key, user, null, "withdraw-absence", absenceId, new { }),
            async (db, scene, token) =>
            {
                if (await db.Set<Absence>().SingleOrDefaultAsync(a => a.PracticeId == scene.Practice && a.Id == absenceId, token) is not { } absence)
                    return BookingReply.NotFound();
                if (absence.WithdrawnAt is null)
                {
                    await AgendaLocks.Take(db, scene.Practice, [absence.ResourceId.Value], token);
                    (absence.WithdrawnAt, absence.WithdrawnBy) = (scene.Now, scene.User);
                    AgendaEvents.Of(db, scene, AgendaEventKind.AbsenceWithdrawn, absence);
                    FreedSlots.Note(db, scene, absence);
                }

                return BookingReply.Of(View(absence, scene), Days(absence, scene));
            },
            cancellationToken);

    public Task<IResult> List(Guid practiceId, DateOnly? from, ClaimsPrincipal user, CancellationToken cancellationToken) => store.Read<IResult>(
        async (db, token) =>
        {
            if (await scenes.Set(db, practiceId, user, null, token) is not { } scene)
                return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
            var start = scene.Book.Zone.AtStartOfDay(from is { } day ? LocalDate.FromDateOnly(day) : scene.Today).ToInstant();
            var rows = await db.Set<Absence>().Where(a => a.PracticeId == scene.Practice && a.WithdrawnAt == null && a.End > start).OrderBy(a => a.Start).ToListAsync(token);
            return TypedResults.Ok(rows.Select(a => View(a, scene)).ToList());
        },
        cancellationToken);

    public string Why(Absence absence) => sealer.Open<string>(Row(absence.PracticeId, absence.Id), absence.Box);

    private async Task<BookingReply> Enter(ContactCenterDb db, BookingScene scene, Guid id, EnterAbsence form, CancellationToken cancellationToken)
    {
        var resource = new ResourceId(form.ResourceId ?? "");
        if (!IsKnown(resource, scene.Book))
            return BookingReply.Invalid("resourceId", BookingWords.UnknownPractitioner(scene.Culture));
        if (form.Start.Kind != DateTimeKind.Unspecified || form.End.Kind != DateTimeKind.Unspecified)
            return BookingReply.Invalid("start", BookingWords.LocalTimes(scene.Culture));
        var (start, end) = (At(form.Start, scene), At(form.End, scene));
        if (end <= start || end - start > Duration.FromDays(MostDays))
            return BookingReply.Invalid("end", BookingWords.ImpossibleTimes(scene.Culture));
        if (string.IsNullOrWhiteSpace(form.Why) || form.Why.Length > LongestWhy)
            return BookingReply.Invalid("why", BookingWords.TooLong(scene.Culture));
        await AgendaLocks.Take(db, scene.Practice, [resource.Value], cancellationToken);
        var absence = new Absence
        {
            PracticeId = scene.Practice, Id = id, ResourceId = resource, Start = start, End = end,
            Box = sealer.Seal(Row(scene.Practice, id), form.Why.Trim()), EnteredBy = scene.User, EnteredAt = scene.Now,
        };
        db.Add(absence);
        AgendaEvents.Of(db, scene, AgendaEventKind.AbsenceEntered, absence);
        return BookingReply.Of(View(absence, scene) with { Concerned = await Concerned(db, scene, absence, cancellationToken) }, Days(absence, scene), StatusCodes.Status201Created);
    }

    private async Task<IReadOnlyList<AppointmentView>> Concerned(ContactCenterDb db, BookingScene scene, Absence absence, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PracticeId == scene.Practice && a.Start < absence.End && a.End > absence.Start && a.Start > scene.Now
                && (a.State == AppointmentState.Booked || a.State == AppointmentState.Pending))
            .OrderBy(a => a.Start).ToListAsync(cancellationToken);
        return await views.Of(db, [.. rows.Where(a => a.Slot.Occupies.Any(o => o.Resource == absence.ResourceId))], scene, cancellationToken);
    }

    private static bool IsKnown(ResourceId resource, BookingBook book) =>
        book.Resources.ContainsKey(resource) || book.Practitioners.ContainsKey(new PractitionerId(resource.Value));

    private static Instant At(DateTime local, BookingScene scene) => scene.Book.Zone.AtLeniently(LocalDateTime.FromDateTime(local)).ToInstant();

    private AbsenceView View(Absence absence, BookingScene scene) => new(
        absence.Id, absence.ResourceId.Value, SlotViews.NameOf(absence.ResourceId, scene.Book), scene.Local(absence.Start), scene.Local(absence.End), Why(absence));

    private static IReadOnlyList<DateOnly> Days(Absence absence, BookingScene scene)
    {
        var (first, last) = (scene.DateOf(absence.Start), scene.DateOf(absence.End - Duration.FromMilliseconds(1)));
        return [.. Enumerable.Range(0, Math.Min(62, Period.DaysBetween(first, last) + 1)).Select(n => first.PlusDays(n).ToDateOnly())];
    }

    private static SealedRow Row(PracticeId practice, Guid id) => new("Absences", practice, id);
}
