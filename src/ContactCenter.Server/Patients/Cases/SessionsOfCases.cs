using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Patients.Cases;

/// <summary>Counts sessions where they stand: in the calendar. A cancelled or missed one is given back by being so.</summary>
internal static class SessionsOfCases
{
    public static async Task<IReadOnlyDictionary<CaseId, SessionCount>> Count(
        ContactCenterDb db, PracticeId practice, IReadOnlyCollection<PatientCase> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Select(c => (CaseId?)c.Id).ToList();
        var rows = await db.Set<Appointment>()
            .Where(a => a.PracticeId == practice && ids.Contains(a.CaseId) && a.State != AppointmentState.Cancelled && a.State != AppointmentState.NoShow)
            .GroupBy(a => new { a.CaseId, a.ReasonId, a.State }).Select(g => new { g.Key.CaseId, g.Key.ReasonId, g.Key.State, Visits = g.Count() })
            .ToListAsync(cancellationToken);
        return cases.ToDictionary(
            c => c.Id,
            c =>
            {
                var counted = rows.Where(r => r.CaseId == c.Id && c.Counts(r.ReasonId)).ToLookup(r => r.State == AppointmentState.Fulfilled, r => r.Visits);
                return new SessionCount(counted[true].Sum(), counted[false].Sum());
            });
    }
}
