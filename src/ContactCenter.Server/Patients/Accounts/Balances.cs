using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Patients.Accounts;

internal static class Balances
{
    /// <summary>As the practice lets it be seen.</summary>
    public static async Task<BalanceView> Shown(ContactCenterDb db, PracticeId practice, PatientId patient, bool toStaff, CancellationToken cancellationToken)
    {
        var cents = await db.Set<AccountEntry>().Where(e => e.PracticeId == practice && e.PatientId == patient).SumAsync(e => e.Cents, cancellationToken);
        var showsAmount = toStaff || await ShowsAmount(db, practice, cancellationToken);
        return showsAmount ? new BalanceView(false, cents) : new BalanceView(cents > 0, null);
    }

    public static Task<bool> ShowsAmount(ContactCenterDb db, PracticeId practice, CancellationToken cancellationToken) =>
        db.Set<AccountTerms>().Where(t => t.PracticeId == practice).Select(t => t.ShowsAmount).SingleOrDefaultAsync(cancellationToken);
}
