using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Booking.Waiting.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Booking.Tasks;

/// <summary>Makes call tasks and ends those that stand on nothing any more, inside the units of those who know.</summary>
internal static class CallTasks
{
    private const int Kept = 100_000;
    private const int Stranded = 80_000;
    private const int StrandedUrgent = 90_000;
    private const int Refused = 70_000;
    private const int Seen = 20_000;
    private const int MostRank = 9_999;

    public static void Offer(ContactCenterDb db, SlotOffer offer, PatientId patient) =>
        Add(db, offer.PracticeId, CallTaskKind.SlotOffer, patient, offer.Id.Value, Kept, offer.OfferedAt, offer.ExpiresAt);

    public static void Recall(ContactCenterDb db, Recall recall, Instant now) =>
        Add(db, recall.PracticeId, CallTaskKind.Recall, recall.PatientId, recall.Id.Value, Seen, now, null);

    /// <summary>The patient learns it before the time at which she would have come.</summary>
    public static void Replan(ContactCenterDb db, ReplanItem item, PatientId patient, Instant now) =>
        Add(db, item.PracticeId, CallTaskKind.Replan, patient, item.Id, (item.Urgent ? StrandedUrgent : Stranded) - Math.Min(item.Rank, MostRank), now, item.Start);

    /// <summary>What the fallback of an approval promises: the patient is to be called.</summary>
    public static void TellRefusal(ContactCenterDb db, BookingScene scene, Appointment appointment) =>
        Add(db, scene.Practice, CallTaskKind.TellRefusal, appointment.PatientId, appointment.Id.Value, Refused, scene.Now, null);

    /// <summary>What it stood on is over.</summary>
    public static async Task End(ContactCenterDb db, PracticeId practice, Guid subject, CallTaskState how, Instant now, CancellationToken cancellationToken)
    {
        if (await db.Set<CallTask>().SingleOrDefaultAsync(t => t.PracticeId == practice && t.OpenFor == subject, cancellationToken) is { } task)
            task.Close(how, now);
    }

    private static void Add(
        ContactCenterDb db, PracticeId practice, CallTaskKind kind, PatientId patient, Guid subject, int priority, Instant now, Instant? expiresAt) => db.Add(new CallTask
        {
            PracticeId = practice, Id = new CallTaskId(Guid.CreateVersion7()), Kind = kind, PatientId = patient, Subject = subject, OpenFor = subject, Priority = priority,
            CreatedAt = now, DueAt = now, ExpiresAt = expiresAt,
        });
}
