using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Writing;

/// <summary>Takes calendars for one writer until she commits. Always in one order, so that two never wait for each other.</summary>
internal static class AgendaLocks
{
    public static async Task Take(ContactCenterDb db, PracticeId practice, IEnumerable<string> scopes, CancellationToken cancellationToken)
    {
        foreach (var scope in scopes.Distinct().Order(StringComparer.Ordinal))
        {
            var taken = await db.Set<AgendaLock>().Where(l => l.PracticeId == practice && l.Scope == scope)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Revision, l => l.Revision + 1), cancellationToken);
            if (taken == 1)
                continue;
            // The first ever: should another be faster, the key refuses this row and the whole unit runs again.
            db.Add(new AgendaLock { PracticeId = practice, Scope = scope, Revision = 1 });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>All that the rules count for a slot of this reason: the calendars that a quota counts together, the resources, the patient.</summary>
    public static IEnumerable<string> For(VisitReason reason, PractitionerId practitioner, PatientId? patient, BookingBook book)
    {
        yield return practitioner.Value;
        foreach (var resource in reason.Needs.SelectMany(n => n.Of))
            yield return resource.Value;
        foreach (var other in book.Practitioners.Keys.Where(o => book.Quotas.Any(q => q.Together && q.Concerns(practitioner, reason.Id, isNew: true) && q.CountsTogether(practitioner, o))))
            yield return other.Value;
        if (reason.Spacing is not null && patient is { } id)
            yield return $"patient:{id.Value:N}";
    }
}
