using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>What the screens read: calendars side by side, free slots, visit reasons, a patient's appointments.</summary>
internal static class ReadAgenda
{
    private const int MostDays = 62;

    public static async Task<IResult> Agenda(Guid practiceId, DateOnly? from, int? days, ClaimsPrincipal user, BookingDesk desk, Store store, CancellationToken cancellationToken)
    {
        var count = Math.Clamp(days ?? 1, 1, MostDays);
        return await store.Read(async (db, token) =>
        {
            if (await desk.Scene(db, practiceId, user, token) is not { } scene)
                return Problems.NotFound();
            var zone = scene.Book.Zone;
            var first = from is { } day ? LocalDate.FromDateOnly(day) : scene.Now.InZone(zone).Date;
            var (start, end) = (zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(first.PlusDays(count)).ToInstant());
            return Results.Json(new AgendaView(practiceId, first.ToDateOnly(), count, scene.Now.InZone(zone).ToDateTimeOffset(),
                [.. scene.Book.Practitioners.Values.Select(p => new PractitionerView(p.Id.Value, p.Name, p.Specialty))],
                [.. scene.Book.Practitioners.Values.SelectMany(p => SlotFinder.OpeningsBetween(p, scene.Book, start, end - Duration.FromSeconds(1))
                    .Select(o => new OpeningView(p.Id.Value, AppointmentViews.Local(o.Start, scene.Book), AppointmentViews.Local(o.End, scene.Book))))],
                [.. await Booked(db, scene, desk, start, end, token), .. await Held(db, scene, start, end, token), .. await Away(db, scene, start, end, token)]));
        }, cancellationToken);
    }

    public static async Task<IResult> Slots(
        Guid practiceId, string? visitReason, string? practitioner, DateOnly? from, int? days, int? take, bool? newPatient, Guid? callId, ClaimsPrincipal user, BookingDesk desk, Store store, CancellationToken cancellationToken) =>
        await store.Read(async (db, token) =>
        {
            if (await desk.Scene(db, practiceId, user, token) is not { } scene)
                return Problems.NotFound();
            if (!scene.Book.Reasons.TryGetValue(new VisitReasonId(visitReason ?? ""), out var reason))
                return Problems.Invalid(BookingProblems.NotAllowed, BookingWords.Of(new MayNotBook(BookingRefusal.UnknownReason), user.Culture()));
            var zone = scene.Book.Zone;
            var first = from is { } day ? LocalDate.FromDateOnly(day) : scene.Now.InZone(zone).Date;
            var (start, end) = (zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(first.PlusDays(Math.Clamp(days ?? 28, 1, MostDays))).ToInstant());
            var taken = await Calendar.Taken(db, scene.Practice, start, end, scene.Now, callId is { } call ? new(call) : null, token);
            var question = new SlotQuestion(reason, practitioner is null ? null : new PractitionerId(practitioner), newPatient ?? false, start, end, scene.Now, Math.Clamp(take ?? 24, 1, 500));
            var found = SlotFinder.Find(question, scene.Book, taken);
            var english = user.Culture().StartsWith("en", StringComparison.Ordinal);
            return Results.Json(new FoundSlots([.. found.Select(s => AppointmentViews.View(s, scene.Book))],
                found.Count > 0 ? null : english ? "No free slot in this period: widen it, or try another practitioner." : "Aucun créneau libre sur cette période : élargissez-la ou changez de praticien."));
        }, cancellationToken);

    public static async Task<IResult> Reasons(Guid practiceId, ClaimsPrincipal user, BookingDesk desk, Store store, CancellationToken cancellationToken) =>
        await store.Read(async (db, token) => await desk.Scene(db, practiceId, user, token) is { } scene
            ? Results.Json(scene.Book.Reasons.Values.Where(r => scene.ByPractice || r.By == BookableBy.Agent)
                .Select(r => new VisitReasonView(r.Id.Value, r.Label, r.Minutes.ToDictionary(m => m.Key.Value, m => m.Value), r.Preparation, r.Synonyms)).ToList())
            : Problems.NotFound(), cancellationToken);

    public static async Task<IResult> OfPatient(Guid practiceId, Guid patientId, ClaimsPrincipal user, BookingDesk desk, Store store, CancellationToken cancellationToken) =>
        await store.Read(async (db, token) =>
        {
            if (await desk.Scene(db, practiceId, user, token) is not { } scene)
                return Problems.NotFound();
            var rows = await db.Set<Appointment>().Where(a => a.PracticeId == scene.Practice && a.PatientId == new PatientId(patientId)).OrderByDescending(a => a.Start).Take(100).ToListAsync(token);
            var views = await desk.Views.Of(db, scene.Book, rows, token);
            var now = scene.Now.ToDateTimeOffset();
            return Results.Json(new PatientAppointments([.. views.Where(v => v.End > now).OrderBy(v => v.Start)], [.. views.Where(v => v.End <= now)]));
        }, cancellationToken);

    private static async Task<IEnumerable<AgendaEntry>> Booked(ContactCenterDb db, BookingScene scene, BookingDesk desk, Instant start, Instant end, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Appointment>().Where(a => a.PracticeId == scene.Practice && a.Start < end && a.End > start && a.State != AppointmentState.Cancelled).OrderBy(a => a.Start).ToListAsync(cancellationToken);
        return (await desk.Views.Of(db, scene.Book, rows, cancellationToken)).Select(v => new AgendaEntry(v.PractitionerId, v.Start, v.End, AgendaEntryKind.Appointment, v, null, false));
    }

    private static async Task<IEnumerable<AgendaEntry>> Held(ContactCenterDb db, BookingScene scene, Instant start, Instant end, CancellationToken cancellationToken)
    {
        var rows = await db.Set<SlotHold>().Where(h => h.PracticeId == scene.Practice && h.Start < end && h.End > start && h.ExpiresAt > scene.Now).ToListAsync(cancellationToken);
        var agents = await db.Set<AgentProfile>().ToDictionaryAsync(a => a.Id.Value, a => a.Initials, cancellationToken);
        return rows.Select(h => new AgendaEntry(h.PractitionerId.Value, AppointmentViews.Local(h.Start, scene.Book), AppointmentViews.Local(h.End, scene.Book), AgendaEntryKind.Hold, null,
            agents.GetValueOrDefault(h.AgentId), h.AgentId == scene.User));
    }

    private static async Task<IEnumerable<AgendaEntry>> Away(ContactCenterDb db, BookingScene scene, Instant start, Instant end, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Absence>().Where(a => a.PracticeId == scene.Practice && a.Start < end && a.End > start).ToListAsync(cancellationToken);
        return rows.Select(a => new AgendaEntry(a.PractitionerId.Value, AppointmentViews.Local(a.Start, scene.Book), AppointmentViews.Local(a.End, scene.Book), AgendaEntryKind.Absence, null, a.Why, false));
    }
}
