using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>Fills an empty database for the demonstration when <c>Demo:Seed</c> is true. Known passwords: never where patients are real.</summary>
internal sealed class DemoData(Store store, Accounts accounts, Sealer sealer, PatientRecords patients, TariffShelf tariffs)
{
    public static async Task Seed(WebApplication app)
    {
        if (!app.Configuration.GetValue<bool>("Demo:Seed"))
            return;
        var history = app.Configuration.GetValue<bool>("Demo:History") ? ActivatorUtilities.CreateInstance<DemoHistory>(app.Services) : null;
        var now = app.Services.GetRequiredService<IClock>().GetCurrentInstant();
        var served = history is null ? (LocalDate?)null : DemoHistory.Invoiced(now).OnDayOfMonth(1);
        if (await ActivatorUtilities.CreateInstance<DemoData>(app.Services).Seed(served, now) is not { } known)
            return;
        if (app.Configuration.GetValue<bool>("Demo:Agenda"))
            await ActivatorUtilities.CreateInstance<DemoAgenda>(app.Services).Fill(known);
        if (history is not null)
            await history.Add();
    }

    /// <summary>The patients, in the order of <see cref="DemoPatients.All"/>; null when it was seeded before.</summary>
    /// <param name="served">First day of the contract.</param>
    private async Task<IReadOnlyList<PatientId>?> Seed(LocalDate? served, Instant now)
    {
        if (await store.Read((db, token) => db.Set<Practice>().AnyAsync(p => p.Id == DemoPractice.Id, token), default))
            return null;
        var prepared = DemoPeople.All.Select(person => (Account: accounts.Prepare(person), person.Roles)).ToList();
        List<PatientId> known = [.. DemoPatients.All.Select(_ => new PatientId(Guid.CreateVersion7()))];
        await store.Write(
            async (db, token) =>
            {
                db.Add(DemoPractice.Lilas);
                db.Add(DemoPractice.Line);
                if (DemoContract.Under(tariffs.Book, served) is { } contract)
                    db.AddRange(contract, ContractRevision.Of(contract, now, DemoContract.By), DemoContract.Seller(now));
                foreach (var (account, roles) in prepared)
                    await Accounts.Add(db, account, roles, token);
                foreach (var (agent, index) in prepared.Where(p => p.Roles.Contains(Roles.Agent)).Select((p, index) => (p.Account, index)))
                    AddAgent(db, agent, index + 1);
                foreach (var (member, _) in prepared.Where(p => p.Roles.Contains(Roles.Supervisor) || p.Roles.Contains(Roles.PracticeStaff)))
                    db.Add(new PracticeMember { UserId = member.Id, PracticeId = DemoPractice.Id });
                foreach (var (id, (identity, flags)) in known.Zip(DemoPatients.All))
                    patients.Add(db, DemoPractice.Id, id, identity, flags);
            },
            default);
        return known;
    }

    private void AddAgent(ContactCenterDb db, UserAccount account, int number)
    {
        var id = new AgentId(account.Id);
        db.Add(new AgentProfile
        {
            Id = id,
            Initials = string.Concat(account.DisplayName.Split(' ').Select(word => word[0])),
            Languages = ["fr", "en"],
            FallbackPhone = sealer.SealFallbackPhone(id, DemoPractice.FallbackPhone(number)),
        });
        db.Add(new AgentPractice { AgentId = id, PracticeId = DemoPractice.Id, IsOwn = number == 1, Familiarity = 4 - number });
    }
}
