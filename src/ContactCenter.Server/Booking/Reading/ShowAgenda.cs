using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>The calendars of a practice side by side. Names stand in it: the look is recorded before it is answered.</summary>
internal sealed class ShowAgenda(Store store, BookingScenes scenes, AppointmentViews views, Absences absences, AuditTrail audit)
{
    private const int MostDays = 62;

    public async Task<IResult> Handle(Guid practiceId, DateOnly? from, int? days, Guid? callId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var view = await store.Read(
            async (db, token) => await scenes.Set(db, practiceId, user, null, token) is { } scene
                ? await Read(db, scene, from is { } day ? LocalDate.FromDateOnly(day) : scene.Today, Math.Clamp(days ?? 1, 1, MostDays), token)
                : null,
            cancellationToken);
        if (view is null)
            return Problems.Of(StatusCodes.Status404NotFound, BookingProblems.NoCalendar);
        if (view.Entries.Any(e => e.Appointment is not null))
        {
            await store.Write(
                (db, token) => audit.Append(db, new PracticeId(practiceId), AuditActor.From(user, callId), [new AuditEntry(AuditAction.AgendaShown, null)], token), cancellationToken);
        }

        return TypedResults.Ok(view);
    }

    private async Task<AgendaView> Read(ContactCenterDb db, BookingScene scene, LocalDate first, int days, CancellationToken cancellationToken)
    {
        var interval = scene.DaysFrom(first, first.PlusDays(days - 1));
        return new AgendaView(
            scene.Practice.Value, first.ToDateOnly(), days, scene.Local(scene.Now),
            [.. SlotViews.Practitioners(scene)],
            [.. OpeningsOfDays.Of(scene, first, days)],
            [
                .. await Booked(db, scene, interval, cancellationToken),
                .. await Held(db, scene, interval, cancellationToken),
                .. await Away(db, scene, interval, cancellationToken),
            ],
            [.. CalendarResources.BesidePractitioners(scene.Book)], SlotViews.Places(scene), [.. SlotViews.Reasons(scene)]);
    }

    private async Task<IEnumerable<AgendaEntry>> Booked(ContactCenterDb db, BookingScene scene, Interval interval, CancellationToken cancellationToken)
    {
        var (from, to) = (interval.Start, interval.End);
        var rows = await db.Set<Appointment>()
            .Where(a => a.PracticeId == scene.Practice && a.Start < to && a.End > from && a.State != AppointmentState.Cancelled).OrderBy(a => a.Start).ToListAsync(cancellationToken);
        var people = rows.Select(a => a.BookedBy).Distinct().ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return (await views.Of(db, rows, scene, cancellationToken)).Zip(rows, (shown, row) => new AgendaEntry(
            shown.PractitionerId, shown.Start, shown.End, AgendaEntryKind.Appointment, shown, null, false, Slugs(row.Resources),
            new BookingMade(names.GetValueOrDefault(row.BookedBy), scene.Local(row.BookedAt), row.CallId is not null)));
    }

    private static IReadOnlyList<string>? Slugs(string resources) => ResourceList.Read(resources) is { Count: > 0 } taken ? [.. taken.Select(r => r.Value)] : null;

    private static async Task<IEnumerable<AgendaEntry>> Held(ContactCenterDb db, BookingScene scene, Interval interval, CancellationToken cancellationToken)
    {
        var (from, to) = (interval.Start, interval.End);
        var rows = await db.Set<SlotHold>().Where(h => h.PracticeId == scene.Practice && h.Start < to && h.End > from && h.ExpiresAt > scene.Now).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return [];
        var agents = rows.Select(h => h.AgentId).OfType<Guid>().Distinct().Select(a => new AgentId(a)).ToList();
        var initials = await db.Set<AgentProfile>().Where(a => agents.Contains(a.Id)).ToDictionaryAsync(a => a.Id.Value, a => a.Initials, cancellationToken);
        return rows.Select(h => new AgendaEntry(
            h.PractitionerId.Value, scene.Local(h.Start), scene.Local(h.End), AgendaEntryKind.Hold, null, h.AgentId is { } agent ? initials.GetValueOrDefault(agent) : WaitingWords.KeptForWaiting(scene.Culture), h.AgentId == scene.User,
            Slugs(h.Resources)));
    }

    private async Task<IEnumerable<AgendaEntry>> Away(ContactCenterDb db, BookingScene scene, Interval interval, CancellationToken cancellationToken)
    {
        var (from, to) = (interval.Start, interval.End);
        var rows = await db.Set<Absence>().Where(a => a.PracticeId == scene.Practice && a.Start < to && a.End > from && a.WithdrawnAt == null).ToListAsync(cancellationToken);
        return rows.Select(a => new AgendaEntry(a.ResourceId.Value, scene.Local(a.Start), scene.Local(a.End), AgendaEntryKind.Absence, null, absences.Why(a), false));
    }
}
