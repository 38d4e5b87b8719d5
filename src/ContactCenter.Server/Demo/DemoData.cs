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
        var agenda = app.Configuration.GetValue<bool>("Demo:Agenda") ? ActivatorUtilities.CreateInstance<DemoAgenda>(app.Services) : null;
        var now = app.Services.GetRequiredService<IClock>().GetCurrentInstant();
        var served = history is null ? (LocalDate?)null : DemoHistory.Invoiced(now).OnDayOfMonth(1);
        var data = ActivatorUtilities.CreateInstance<DemoData>(app.Services);
        DemoClient[] clients = app.Configuration.GetValue<bool>("Demo:Neighbour") ? [DemoPractice.Client, DemoNeighbour.Client] : [DemoPractice.Client];
        foreach (var client in clients)
        {
            if (await data.Seed(client, served, now) is not { } known)
                continue;
            if (agenda is not null)
                await agenda.Fill(client, known);
            if (history is not null)
                await history.Add(client);
        }
    }

    /// <summary>The patients, in the order of <see cref="DemoClient.Patients"/>; null when it was seeded before.</summary>
    /// <param name="served">First day of the contract.</param>
    private async Task<IReadOnlyList<PatientId>?> Seed(DemoClient client, LocalDate? served, Instant now)
    {
        var practice = client.Practice.Id;
        if (await store.Read((db, token) => db.Set<Practice>().AnyAsync(p => p.Id == practice, token), default))
            return null;
        var prepared = client.People.Select(person => (Account: accounts.Prepare(person), person.Roles)).ToList();
        List<PatientId> known = [.. client.Patients.Select(_ => new PatientId(Guid.CreateVersion7()))];
        await store.Write(
            async (db, token) =>
            {
                db.Add(client.Practice);
                db.Add(client.Line);
                await AddContract(db, client, served, now, token);
                foreach (var (account, roles) in prepared)
                    await Accounts.Add(db, account, roles, token);
                foreach (var (agent, index) in prepared.Where(p => p.Roles.Contains(Roles.Agent)).Select((p, index) => (p.Account, index)))
                    AddAgent(db, agent, index + 1);
                foreach (var (agent, index) in DemoPeople.Agents.Select((agent, index) => (agent, index)))
                    db.Add(new AgentPractice { AgentId = agent, PracticeId = practice, IsOwn = index == 0, Familiarity = 3 - index });
                foreach (var member in DemoPeople.All.Where(p => p.Roles.Contains(Roles.Supervisor)).Append(client.Staff))
                    db.Add(new PracticeMember { UserId = member.Id!.Value, PracticeId = practice });
                foreach (var (id, (identity, flags)) in known.Zip(client.Patients))
                    patients.Add(db, practice, id, identity, flags);
            },
            default);
        return known;
    }

    private async Task AddContract(ContactCenterDb db, DemoClient client, LocalDate? served, Instant now, CancellationToken cancellationToken)
    {
        if (DemoContract.Under(tariffs.Book, client, served) is not { } contract)
            return;
        db.AddRange(contract, ContractRevision.Of(contract, now, DemoContract.By));
        if (!await db.Set<SellerRevision>().AnyAsync(cancellationToken))
            db.Add(DemoContract.Seller(now));
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
    }
}
