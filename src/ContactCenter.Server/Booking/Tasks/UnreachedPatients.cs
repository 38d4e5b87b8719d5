using ContactCenter.Contracts.Calls;
using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>Tells the practice of a patient who cannot be reached.</summary>
internal sealed class UnreachedPatients(TaskSubjects subjects, PatientRecords records, Sealer sealer)
{
    public async Task Tell(ContactCenterDb db, BookingScene scene, CallTask task, CallTaskOutcome outcome, CancellationToken cancellationToken)
    {
        var patient = records.Open(await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.PracticeId == task.PracticeId && p.Id == task.PatientId, cancellationToken));
        // The practice reads it in its own language, whoever rang.
        var subject = await subjects.Of(db, scene with { Culture = "fr-FR" }, task, cancellationToken);
        var id = Guid.CreateVersion7();
        db.Add(new PracticeMessage
        {
            PracticeId = task.PracticeId, Id = id, Kind = MessageKind.Note, TakenAt = scene.Now, TakenBy = scene.User, PatientId = task.PatientId,
            Urgent = task.Kind == CallTaskKind.Replan, CallId = scene.Call,
            Box = sealer.Seal(
                new SealedRow("PracticeMessages", task.PracticeId, id),
                new MessageContent(TaskWords.Unreached(task.Kind, outcome, patient.Name.Display, subject?.Why ?? ""), patient.Phones is [var phone, ..] ? phone : null)),
        });
    }
}
