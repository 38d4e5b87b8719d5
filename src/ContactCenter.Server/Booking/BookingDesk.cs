using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking;

/// <summary>What booking needs to know of a request.</summary>
internal sealed record BookingScene(PracticeId Practice, BookingBook Book, Guid User, bool ByPractice, Instant Now);

/// <summary>What all writes to calendars share: the rules in force, who asks, whether an emergency forbids it, and the alternatives to a slot that is gone.</summary>
internal sealed class BookingDesk(ScriptLibrary library, AppointmentViews views, IClock clock)
{
    public AppointmentViews Views => views;

    /// <summary>Null where the practice's calendar is not kept here.</summary>
    public async Task<BookingScene?> Scene(ContactCenterDb db, Guid practiceId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var practice = new PracticeId(practiceId);
        var slug = await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.Slug).SingleAsync(cancellationToken);
        return library.Current.For(slug)?.Booking is { } book
            ? new BookingScene(practice, book, user.UserId(), user.IsInRole(Roles.PracticeStaff), clock.GetCurrentInstant())
            : null;
    }

    /// <summary>The call must be this practice's and, for an agent, in her hands; and no emergency may be open on it.</summary>
    public static async Task<BookingOutcome?> RefuseCall(ContactCenterDb db, BookingScene scene, Guid? callId, CancellationToken cancellationToken)
    {
        if (callId is not { } id)
            return scene.ByPractice ? null : BookingOutcome.NotFound;
        var call = await db.Set<CallRecord>().SingleOrDefaultAsync(c => c.Id == new CallId(id) && c.PracticeId == scene.Practice, cancellationToken);
        if (call is null || (!scene.ByPractice && call.AgentId?.Value != scene.User))
            return BookingOutcome.NotFound;
        return call.EmergencyOpen ? new BookingOutcome(Problem: BookingProblems.EmergencyOpen, ProblemStatus: StatusCodes.Status409Conflict) : null;
    }

    public static async Task<bool> IsNewPatient(ContactCenterDb db, PracticeId practice, PatientId patient, PractitionerId practitioner, CancellationToken cancellationToken) =>
        !await db.Set<Appointment>().AnyAsync(a => a.PracticeId == practice && a.PatientId == patient && a.PractitionerId == practitioner && a.State != AppointmentState.Cancelled, cancellationToken);

    public static Task<bool> Knows(ContactCenterDb db, PracticeId practice, PatientId patient, CancellationToken cancellationToken) =>
        db.Set<Patient>().AnyAsync(p => p.PracticeId == practice && p.Id == patient, cancellationToken);

    /// <summary>The nearest free slots for the same wish: the same practitioner first by time, then the others.</summary>
    public static async Task<BookingOutcome> Taken(ContactCenterDb db, BookingScene scene, Slot wanted, VisitReason reason, CancellationToken cancellationToken)
    {
        var zone = scene.Book.Zone;
        var from = zone.AtStartOfDay(wanted.Start.InZone(zone).Date).ToInstant();
        var to = from + Duration.FromDays(14);
        var taken = await Calendar.Taken(db, scene.Practice, from, to, scene.Now, null, cancellationToken);
        var found = SlotFinder.Find(new SlotQuestion(reason, null, false, from, to, scene.Now, 400), scene.Book, taken);
        return new BookingOutcome(Alternatives: [.. found
            .OrderBy(s => s.Practitioner != wanted.Practitioner).ThenBy(s => Math.Abs((s.Start - wanted.Start).TotalMinutes)).Take(6).OrderBy(s => s.Start)
            .Select(s => AppointmentViews.View(s, scene.Book))]);
    }
}
