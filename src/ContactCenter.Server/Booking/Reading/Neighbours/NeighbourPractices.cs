using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Booking.Reading.Neighbours;

/// <summary>A practice whose slots may be offered to callers of another.</summary>
internal sealed record Neighbour(Practice Practice, BookingBook Book, NeighbourConsent Consent);

/// <summary>
/// Who is whose neighbour: the agent is assigned to both, by a row for each, and the other one has agreed in its booking rules. Membership of a
/// practice's own people and oversight count for nothing here.
/// </summary>
internal sealed class NeighbourPractices(ScriptLibrary library)
{
    /// <summary>None where she does not answer for the practice that was called.</summary>
    public async Task<List<Neighbour>> Of(ContactCenterDb db, PracticeId called, AgentId agent, CancellationToken cancellationToken)
    {
        var answersFor = await db.Set<Practice>().AsNoTracking()
            .Where(p => db.Set<AgentPractice>().Any(a => a.PracticeId == p.Id && a.AgentId == agent)).ToListAsync(cancellationToken);
        if (answersFor.Find(p => p.Id == called) is not { } own)
            return [];
        var scripts = library.Current;
        return
        [
            .. from practice in answersFor
               where practice.Id != called
               let book = scripts.For(practice.Slug)?.Booking
               where book?.Neighbours is { } consent && consent.Includes(own.Slug)
               select new Neighbour(practice, book, book.Neighbours!),
        ];
    }

    /// <summary>Which reasons of another practice may be booked for a caller of the one that was called; null: none, they are no neighbours.</summary>
    public async Task<ReasonSet?> Shared(ContactCenterDb db, PracticeId called, PracticeId other, AgentId agent, CancellationToken cancellationToken) =>
        (await Of(db, called, agent, cancellationToken)).Find(n => n.Practice.Id == other)?.Consent.Reasons;
}
