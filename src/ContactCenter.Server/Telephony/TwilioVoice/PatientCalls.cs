using ContactCenter.Domain.Booking.Waiting;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Triage;
using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <param name="Number">E.164; null when she has no such number.</param>
/// <param name="Line">The practice's line that rings her; null when it has none.</param>
/// <param name="Attempt">Makes the address new with every ringing.</param>
internal sealed record RingingPatient(CallTaskId Task, string? Number, string? Line, int Attempt);

/// <summary>The rows behind patients who are rung.</summary>
internal sealed class PatientCalls(Store store, PatientRecords records, CallDesk desk, IOptions<WaitingOptions> options, IClock clock)
{
    public int Ring => options.Value.Ring;

    /// <summary>Marks her as being rung; null when the task is not in this agent's hands, or rings already.</summary>
    public Task<RingingPatient?> Begin(PracticeId practice, CallTaskId id, AgentId agent, int phone, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            var task = await db.Set<CallTask>().SingleOrDefaultAsync(t => t.PracticeId == practice && t.Id == id && t.HeldBy == agent, token);
            if (task is null or { Dial: DialProgress.Ringing or DialProgress.Reached })
                return null;
            var now = clock.GetCurrentInstant();
            (task.Dial, task.Leg, task.CallId, task.DialEndsAt) = (DialProgress.Ringing, null, null, now + Duration.FromSeconds(options.Value.Ring + 60));
            task.Version++;
            var patient = records.Open(await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.PracticeId == practice && p.Id == task.PatientId, token));
            var line = await db.Set<PhoneLine>().Where(l => l.PracticeId == practice && l.IsActive).OrderBy(l => l.Number).Select(l => l.Number).FirstOrDefaultAsync(token);
            return new RingingPatient(id, phone >= 0 && phone < patient.Phones.Count ? patient.Phones[phone] : null, line, task.Version);
        },
        cancellationToken);

    /// <summary>The leg that rings, as the vendor calls it.</summary>
    public Task Rings(Guid task, string leg, CancellationToken cancellationToken) => Change(task, t => t.Leg = leg, cancellationToken);

    public Task Missed(Guid task, string? leg, CancellationToken cancellationToken) => Change(
        task,
        t =>
        {
            if (leg is null || t.Leg is null || t.Leg == leg)
                (t.Dial, t.DialEndsAt) = (DialProgress.NoAnswer, null);
        },
        cancellationToken);

    /// <summary>The name of the practice that rings; null when nobody is waiting for her any more.</summary>
    public Task<string?> PracticeOf(Guid task, CancellationToken cancellationToken) => store.Read(
        async (db, token) => await Ringing(db, task).Select(t => t.PracticeId).ToListAsync(token) is [var practice] ? (await PracticeRows.ById.Run(db, practice, token)).Name : null,
        cancellationToken);

    /// <summary>She wants to talk: her leg becomes the caller's of a call that this agent waits for.</summary>
    public async Task<CallReply?> Arrive(Guid task, LegRef leg, CancellationToken cancellationToken)
    {
        if (await store.Read((db, token) => Caller(db, task, leg, token), cancellationToken) is not { } caller)
            return null;
        var now = clock.GetCurrentInstant();
        var place = new CallbackPlace(null, now, Urgency.Routine, null, []);
        var reply = await desk.Arrive(new CallArrived("arrived", now, leg, caller.Number, caller.Line, place), cancellationToken);
        if (reply is not null)
            await Change(task, t => (t.Dial, t.DialEndsAt, t.CallId) = (DialProgress.Reached, null, reply.CallId), cancellationToken);
        return reply;
    }

    private async Task<(string? Number, string Line)?> Caller(ContactCenterDb db, Guid id, LegRef leg, CancellationToken cancellationToken)
    {
        if (await Ringing(db, id).SingleOrDefaultAsync(cancellationToken) is not { } task || task.Leg != leg.Value)
            return null;
        var patient = records.Open(await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.PracticeId == task.PracticeId && p.Id == task.PatientId, cancellationToken));
        var line = await db.Set<PhoneLine>().Where(l => l.PracticeId == task.PracticeId && l.IsActive).OrderBy(l => l.Number).Select(l => l.Number).FirstAsync(cancellationToken);
        return (patient.Phones is [var phone, ..] ? phone : null, line);
    }

    private static IQueryable<CallTask> Ringing(ContactCenterDb db, Guid id)
    {
        var task = new CallTaskId(id);
        return db.Set<CallTask>().Where(t => t.Id == task && t.State == CallTaskState.Taken && (t.Dial == DialProgress.Ringing || t.Dial == DialProgress.Reached));
    }

    private Task Change(Guid id, Action<CallTask> change, CancellationToken cancellationToken) => store.Write(
        async (db, token) =>
        {
            if (await Ringing(db, id).SingleOrDefaultAsync(token) is not { } task)
                return;
            change(task);
            task.Version++;
        },
        cancellationToken);
}
