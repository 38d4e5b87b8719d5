using ContactCenter.Domain.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Triage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Messaging;

/// <summary>What a caller wished whose call became an emergency. <paramref name="Reason"/> is the script's word, <paramref name="Words"/> are sealed at rest.</summary>
/// <param name="IsBooked">An appointment was made in the call.</param>
internal sealed record PatientWish(string? Reason, string? Words, bool IsBooked)
{
    /// <summary>Nothing is known that the practice could do.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Words) && Reason is null or "autre" or "message";

    public override string ToString() => $"{nameof(PatientWish)} {Reason}";
}

/// <summary>Reads the wish of a call: the agent's words for it, else the caller's own, as they were written down when the questions began.</summary>
internal sealed class PatientWishes(Sealer sealer)
{
    public async Task<PatientWish> Of(ContactCenterDb db, CallRecord call, CancellationToken cancellationToken) =>
        new(call.Reason, await Words(db, call, cancellationToken), await IsBooked(db, call, cancellationToken));

    private async Task<string?> Words(ContactCenterDb db, CallRecord call, CancellationToken cancellationToken)
    {
        if (call.Wish is { } written)
            return sealer.Open<string>(CallNotes.WishRowOf(call), written);
        var said = await db.Set<TriageLogEntry>().AsNoTracking().Where(e => e.CallId == call.Id && e.Act == TriageAct.Started && e.Words != null)
            .OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        return said.Count == 0 ? null : string.Join(" · ", said.Select(e => sealer.Open<string>(e.Row, e.Words!)).Distinct());
    }

    /// <summary>At this practice, or for its caller at another one that the same agent answers for.</summary>
    private static Task<bool> IsBooked(ContactCenterDb db, CallRecord call, CancellationToken cancellationToken) => db.Set<Appointment>()
        .AnyAsync(
            a => a.CallId == call.Id && a.State != AppointmentState.Cancelled
                && (a.PracticeId == call.PracticeId || db.Set<AgentPractice>().Any(p => p.AgentId == call.AgentId && p.PracticeId == a.PracticeId)),
            cancellationToken);
}
