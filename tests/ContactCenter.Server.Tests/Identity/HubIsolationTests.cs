using System.Reflection;
using System.Text.Json;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Identity;

/// <summary>Walks every method of the hub with another agent's call and offer, as somebody with a client of her own could.</summary>
[CancelAfter(300_000)]
internal sealed class HubIsolationTests
{
    private const string Patient = "+33698712345";
    private const string Waiting = "+33698712346";
    private static readonly string[] Canaries = [Patient, Waiting, "98712345", "98712346", "98 71 23", "Cabinet des Lilas", "Lilas"];

    private static readonly MethodInfo[] Methods =
        [.. typeof(AgentHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetBaseDefinition().DeclaringType == typeof(AgentHub))];

    [Test]
    public void Every_method_of_the_hub_is_in_its_contract_and_the_walk_knows_each_kind_of_argument()
    {
        Assert.That(Methods.Select(m => m.Name), Is.EquivalentTo(typeof(IAgentHub).GetMethods().Select(m => m.Name)));
        foreach (var method in Methods)
            Assert.That(() => Arguments(method, Guid.NewGuid(), Guid.NewGuid()), Throws.Nothing, method.Name);
    }

    [Test]
    public async Task Another_agent_s_call_and_offer_are_refused_by_every_method_and_no_word_of_them_is_told()
    {
        await using var floor = await Floor.Open();
        var (claire, nadia) = (await floor.SignIn("claire"), await floor.SignIn("nadia", ready: false));
        var patient = await floor.PatientWantsAppointment(Patient);
        await claire.Answers();
        await patient.IsTogether();
        await nadia.GetReady();
        await floor.PatientWantsAppointment(Waiting);
        var offer = await nadia.IsOffered();
        var mallory = await AgentOfAnother(floor);

        foreach (var method in Methods)
        {
            var answer = method.ReturnType.GenericTypeArguments.Single();
            var told = await mallory.Invokes(method.Name, answer, Arguments(method, claire.View.Call!.CallId, offer.OfferId));
            var text = JsonSerializer.Serialize(told);
            foreach (var canary in Canaries)
                Assert.That(text, Does.Not.Contain(canary), method.Name);
            if (NamesACall(method))
                Assert.That(told, Is.TypeOf<CommandReply>().And.Property(nameof(CommandReply.Outcome)).EqualTo(CommandOutcome.NotFound), method.Name);
            if (told is AgentView view)
                Assert.That((view.Offer, view.Call, view.Team?.Count ?? 0), Is.EqualTo(((OfferView?)null, (CallView?)null, 0)), method.Name);
        }

        Assert.That(claire.View.Call!.Phase, Is.EqualTo(CallPhase.Talking), "nobody else parked or ended her call");
        Assert.That(nadia.View.Offer!.OfferId, Is.EqualTo(offer.OfferId), "nor took or refused the other's offer");
        Assert.That(await floor.Store.Read((db, token) => db.Set<Server.Calls.CallFact>().AnyAsync(
            f => f.Kind == nameof(AgentCommanded) || f.Kind == nameof(TransferRequested) || f.Kind == nameof(WrapUpFinished) || f.Kind == nameof(OfferLapsed), token), default), Is.False);
    }

    [Test]
    public async Task Of_a_practice_s_agenda_only_those_who_answer_for_it_are_told_and_no_longer_than_they_do()
    {
        await using var floor = await Floor.Open();
        var (claire, mallory) = (await floor.SignIn("claire"), await AgentOfAnother(floor));
        var agendas = floor.Server.Services.GetRequiredService<AgendaSignals>();
        agendas.Raise(DemoPractice.Id.Value, new DateOnly(2026, 11, 24));
        await Floor.Eventually(() => claire.AgendaNews.Any(n => n.Practice == DemoPractice.Id.Value), "the news at her who answers for it");

        await ClaireIsTakenOff(floor);
        claire.AgendaNews.Clear();
        agendas.Raise(DemoPractice.Id.Value, new DateOnly(2026, 11, 25));
        await Task.Delay(1_000);
        Assert.That(claire.AgendaNews, Is.Empty, "her console is open, the practice is not hers any more");
        Assert.That(mallory.AgendaNews, Is.Empty);
    }

    [Test]
    public async Task An_agent_who_is_taken_off_a_practice_loses_its_offer_its_calls_and_its_addresses_within_a_second()
    {
        await using var floor = await Floor.Open();
        var (claire, nadia) = (await floor.SignIn("claire"), await floor.SignIn("nadia"));
        var address = $"/api/practices/{DemoPractice.Id.Value}/instructions";
        Assert.That((await claire.Http.GetAsync(address)).IsSuccessStatusCode, Is.True);
        await floor.PatientWantsAppointment(Patient);
        var offer = await claire.IsOffered();

        await ClaireIsTakenOff(floor);
        Assert.That((await claire.Http.GetAsync(address)).StatusCode, Is.EqualTo(System.Net.HttpStatusCode.NotFound), "at once over HTTP");
        Assert.That((await claire.Accept(offer.OfferId)).Outcome, Is.EqualTo(CommandOutcome.NotFound).Or.EqualTo(CommandOutcome.TooLate), "at once in the hub");
        await claire.Sees(v => v.Offer is null, "no offer any more");
        await nadia.IsOffered();
        Assert.That((await nadia.Decline()).Outcome, Is.EqualTo(CommandOutcome.Done));
        await Task.Delay(2_000);
        Assert.That(claire.View.Offer, Is.Null, "nor another of that practice, though she is free and nobody else is");
    }

    private static Task<int> ClaireIsTakenOff(Floor floor) => floor.Store.Write(
        (db, token) => db.Set<AgentPractice>().Where(a => a.AgentId == DemoPeople.Agents[0] && a.PracticeId == DemoPractice.Id).ExecuteDeleteAsync(token), default);

    private static async Task<Secretary> AgentOfAnother(Floor floor)
    {
        var account = await floor.Server.Services.GetRequiredService<Accounts>()
            .Create(new NewAccount("mallory@demo.contactcenter.local", "Mallory", "fr-FR", DemoPeople.Password, [Roles.Agent]), default);
        await floor.Store.Write((db, token) =>
        {
            var practice = new PracticeId(Guid.CreateVersion7());
            db.Add(new Practice
            {
                Id = practice, Slug = "autre", Name = "Autre cabinet", TimeZone = "Europe/Paris", Region = HolidayRegion.Metropole, AnswerPhraseFr = "Bonjour", AnswerPhraseEn = "Good morning",
            });
            db.Add(new AgentProfile { Id = new AgentId(account.Id), Initials = "MA", Languages = ["fr"] });
            db.Add(new AgentPractice { AgentId = new AgentId(account.Id), PracticeId = practice });
            return Task.CompletedTask;
        }, default);
        return await floor.SignIn("mallory");
    }

    private static bool NamesACall(MethodInfo method) => method.GetParameters().Any(p => p.ParameterType == typeof(Guid) || p.ParameterType.GetProperty("CallId") is not null);

    private static object?[] Arguments(MethodInfo method, Guid call, Guid offer) => [.. method.GetParameters().Select(p => Argument(p, call, offer))];

    private static object Argument(ParameterInfo parameter, Guid call, Guid offer) => parameter.ParameterType switch
    {
        var t when t == typeof(Guid) => parameter.Name == "offerId" ? offer : call,
        var t when t == typeof(JoinConsole) => new JoinConsole(Guid.NewGuid(), "fr-FR", true),
        var t when t == typeof(ConsoleHeartbeat) => new ConsoleHeartbeat(Guid.NewGuid(), 0, true, "agent-1-1"),
        var t when t == typeof(SetPresence) => new SetPresence(true, null),
        var t when t == typeof(HangUpCall) => new HangUpCall(call, true),
        var t when t == typeof(StartTransfer) => new StartTransfer(call, TransferKindView.Warm, null, "+33600000099"),
        var t when t == typeof(SaveNotes) => new SaveNotes(call, "mine now", "information-given"),
        var t => throw new NotSupportedException($"The walk does not know how to ask for a {t.Name}: say what of another agent's it could name."),
    };
}
