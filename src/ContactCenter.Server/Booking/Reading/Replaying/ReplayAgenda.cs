using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Reading.Replaying;

/// <summary>The calendars as they stood at a moment. Names stand in it: the look is recorded.</summary>
internal sealed class ReplayAgenda(Store store, BookingScenes scenes, PatientRecords patients, Absences absences, AuditTrail audit)
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
            var standing = await HistoryOf.Days(db, scene, scene.DaysFrom(first, first.PlusDays(count - 1)), moment, token);
            var entries = await Entries(db, scene, standing, token);
            if (entries.Exists(e => e.Patient is not null))
                await audit.Append(db, scene.Practice, AuditActor.From(user, null), [new AuditEntry(AuditAction.AgendaShown, null)], token);
            return TypedResults.Ok(new AgendaReplay(practiceId, first.ToDateOnly(), count, scene.Local(moment), entries));
        },
        cancellationToken);

    private static Instant? Moment(DateTimeOffset? at, DateTime? local, BookingScene scene) =>
        at is { } exact ? Instant.FromDateTimeOffset(exact)
        : local is { Kind: DateTimeKind.Unspecified } clock ? scene.Book.Zone.AtLeniently(LocalDateTime.FromDateTime(clock)).ToInstant()
        : null;

    private async Task<List<ReplayedEntry>> Entries(ContactCenterDb db, BookingScene scene, List<AgendaEvent> standing, CancellationToken cancellationToken)
    {
        var appointments = await Appointments(db, scene, standing, cancellationToken);
        var away = await Away(db, scene, standing, cancellationToken);
        var people = standing.Select(e => e.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var agents = people.ConvertAll(p => new AgentId(p));
        var initials = await db.Set<AgentProfile>().AsNoTracking().Where(a => agents.Contains(a.Id)).ToDictionaryAsync(a => a.Id.Value, a => a.Initials, cancellationToken);
        return standing.ConvertAll(e =>
        {
            var appointment = appointments.GetValueOrDefault(e.Subject);
            return new ReplayedEntry(
                e.ResourceId.Value, scene.Local(e.Start), scene.Local(e.End), KindOf(e.Kind), e.Subject, scene.Local(e.At),
                e.By is { } by ? names.GetValueOrDefault(by) : null, e.State is { } state ? AppointmentViews.StateOf(state) : null, e.Lane, appointment.Patient,
                KindOf(e.Kind) switch
                {
                    AgendaEntryKind.Hold => e.By is { } agent ? initials.GetValueOrDefault(agent) : WaitingWords.KeptForWaiting(scene.Culture),
                    AgendaEntryKind.Absence => away.GetValueOrDefault(e.Subject),
                    AgendaEntryKind.Appointment or AgendaEntryKind.Busy => appointment.Reason,
                });
        });
    }

    private async Task<Dictionary<Guid, (string Patient, string Reason)>> Appointments(
        ContactCenterDb db, BookingScene scene, List<AgendaEvent> standing, CancellationToken cancellationToken)
    {
        var ids = standing.Where(e => KindOf(e.Kind) == AgendaEntryKind.Appointment).Select(e => new AppointmentId(e.Subject)).ToList();
        var rows = await db.Set<Appointment>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && ids.Contains(a.Id)).ToListAsync(cancellationToken);
        var whose = rows.Select(a => a.PatientId).Distinct().ToList();
        var names = (await db.Set<Patient>().AsNoTracking().Where(p => p.PracticeId == scene.Practice && whose.Contains(p.Id)).ToListAsync(cancellationToken))
            .ToDictionary(p => p.Id, p => patients.Open(p).Name.Display);
        return rows.ToDictionary(a => a.Id.Value, a => (names[a.PatientId], scene.Book.Reasons.GetValueOrDefault(a.ReasonId)?.Label ?? a.ReasonId.Value));
    }

    private async Task<Dictionary<Guid, string>> Away(ContactCenterDb db, BookingScene scene, List<AgendaEvent> standing, CancellationToken cancellationToken)
    {
        var ids = standing.Where(e => e.Kind == AgendaEventKind.AbsenceEntered).Select(e => e.Subject).ToList();
        return (await db.Set<Absence>().AsNoTracking().Where(a => a.PracticeId == scene.Practice && ids.Contains(a.Id)).ToListAsync(cancellationToken))
            .ToDictionary(a => a.Id, absences.Why);
    }

    private static AgendaEntryKind KindOf(AgendaEventKind kind) => kind switch
    {
        AgendaEventKind.Held or AgendaEventKind.HoldReleased => AgendaEntryKind.Hold,
        AgendaEventKind.AbsenceEntered or AgendaEventKind.AbsenceWithdrawn => AgendaEntryKind.Absence,
        AgendaEventKind.Booked or AgendaEventKind.Requested or AgendaEventKind.Approved or AgendaEventKind.MovedOut or AgendaEventKind.MovedIn
            or AgendaEventKind.Cancelled or AgendaEventKind.Arrived or AgendaEventKind.Fulfilled or AgendaEventKind.NoShow => AgendaEntryKind.Appointment,
    };
}
