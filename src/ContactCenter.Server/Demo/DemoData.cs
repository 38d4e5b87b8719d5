using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Demo;

/// <summary>Fills an empty database for the demonstration when <c>Demo:Seed</c> is true. Known passwords: never where patients are real.</summary>
internal sealed class DemoData(Store store, Accounts accounts, Sealer sealer, PatientRecords patients, TariffShelf tariffs)
{
    public static async Task Seed(WebApplication app)
    {
        if (app.Configuration.GetValue<bool>("Demo:Seed"))
            await ActivatorUtilities.CreateInstance<DemoData>(app.Services).Seed();
    }

    private async Task Seed()
    {
        if (await store.Read((db, token) => db.Set<Practice>().AnyAsync(p => p.Id == DemoPractice.Id, token), default))
            return;
        var prepared = DemoPeople.All.Select(person => (Account: accounts.Prepare(person), person.Roles)).ToList();
        await store.Write(
            async (db, token) =>
            {
                db.Add(DemoPractice.Lilas);
                db.Add(DemoPractice.Line);
                if (DemoContract.Under(tariffs.Book) is { } contract)
                    db.Add(contract);
                foreach (var (account, roles) in prepared)
                    await Accounts.Add(db, account, roles, token);
                foreach (var (agent, index) in prepared.Where(p => p.Roles.Contains(Roles.Agent)).Select((p, index) => (p.Account, index)))
                    AddAgent(db, agent, index + 1);
                foreach (var (member, _) in prepared.Where(p => p.Roles.Contains(Roles.Supervisor) || p.Roles.Contains(Roles.PracticeStaff)))
                    db.Add(new PracticeMember { UserId = member.Id, PracticeId = DemoPractice.Id });
                foreach (var (identity, flags) in DemoPatients.All)
                    patients.Add(db, DemoPractice.Id, new PatientId(Guid.CreateVersion7()), identity, flags);
            },
            default);
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
