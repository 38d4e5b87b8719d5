using System.Security.Claims;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>A task as the agent who has it sees it. Whoever makes the first view of it records the look.</summary>
internal sealed class TaskViews(BookingScenes scenes, TaskSubjects subjects, PatientRecords records, PracticeCards cards, ICarrier carrier)
{
    private static readonly CallTaskOutcome[] Outcomes = Enum.GetValues<CallTaskOutcome>();

    /// <summary>Null when what it stands on is gone.</summary>
    public async Task<CallTaskView?> Of(ContactCenterDb db, CallTask task, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await scenes.Set(db, task.PracticeId.Value, user, null, cancellationToken) is not { } scene || await subjects.Of(db, scene, task, cancellationToken) is not { } subject)
            return null;
        var patient = records.Open(await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.PracticeId == task.PracticeId && p.Id == task.PatientId, cancellationToken));
        return new CallTaskView(
            task.Id.Value, await cards.For(db, task.PracticeId, scene.Culture, cancellationToken), (CallTaskReason)task.Kind, task.PatientId.Value, patient.Name.Display,
            patient.BirthDate?.ToDateOnly(), patient.Phones, subject.Why, subject.ToSay, subject.Note, subject.Offered, subject.Proposed, subject.Appointment, task.Attempts,
            task.ExpiresAt is { } until ? scene.Local(until) : null, (DialState)task.Dial, carrier.HasAccount,
            [.. Outcomes.Where(o => CallAttempts.Admits(task.Kind, o)).Select(o => (TaskOutcome)o)]);
    }
}
