using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Patients.Cases;

/// <summary>Cases as they go to the screen.</summary>
internal sealed class CaseViews(Sealer sealer, IClock clock)
{
    /// <summary>Open ones first, then the latest opened.</summary>
    public async Task<IReadOnlyList<CaseView>> Of(ContactCenterDb db, PracticeId practice, PatientId patient, CancellationToken cancellationToken)
    {
        var rows = await db.Set<PatientCase>().AsNoTracking().Where(c => c.PracticeId == practice && c.PatientId == patient).ToListAsync(cancellationToken);
        return rows.Count == 0
            ? []
            : await Of(db, practice, [.. rows.OrderBy(c => c.ClosedAt is not null).ThenByDescending(c => c.OpenedAt)], cancellationToken);
    }

    public async Task<CaseView> Of(ContactCenterDb db, PatientCase one, CancellationToken cancellationToken) =>
        (await Of(db, one.PracticeId, [one], cancellationToken))[0];

    private async Task<IReadOnlyList<CaseView>> Of(ContactCenterDb db, PracticeId practice, IReadOnlyList<PatientCase> rows, CancellationToken cancellationToken)
    {
        var zone = DateTimeZoneProviders.Tzdb[await db.Set<Practice>().Where(p => p.Id == practice).Select(p => p.TimeZone).SingleAsync(cancellationToken)];
        var sessions = await SessionsOfCases.Count(db, practice, rows, cancellationToken);
        var today = clock.GetCurrentInstant().InZone(zone).Date;
        return [.. rows.Select(c => View(c, sessions[c.Id], c.OpenedAt.InZone(zone).Date, today))];
    }

    private CaseView View(PatientCase row, SessionCount sessions, LocalDate opened, LocalDate today)
    {
        var words = sealer.Open<CaseWords>(row.Row, row.Box);
        var plan = row.Plan is { } approved
            ? new PlanView(
                approved.Approved, sessions.Used, sessions.Planned, approved.Remaining(sessions), approved.LastDay?.ToDateOnly(), approved.IsExpiredOn(today),
                approved.ReassessBefore, approved.IsReassessmentDue(sessions), row.SessionReason?.Value)
            : null;
        return new CaseView(row.Id.Value, row.Version, words.Label, words.Notes, words.Payer, opened.ToDateOnly(), row.ClosedAt is not null, plan);
    }
}
