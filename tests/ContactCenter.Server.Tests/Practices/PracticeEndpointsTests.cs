using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ContactCenter.Server.Tests.Practices;

internal sealed class PracticeEndpointsTests
{
    // A Monday, 09:00 in Paris.
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private TestHost _host = null!;
    private PracticeId _lilas;
    private HttpClient _staff = null!;

    [OneTimeSetUp]
    public void Start() => _host = new TestHost(web => web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_time)));

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [SetUp]
    public async Task OpenPractice()
    {
        var name = TestContext.CurrentContext.Test.ID;
        _lilas = await _host.AddPractice(name);
        _staff = await _host.SignedIn(await _host.AddUser($"staff-{name}", Roles.PracticeStaff, _lilas));
    }

    [TearDown]
    public void SignOut() => _staff?.Dispose();

    [Test]
    public async Task An_agent_s_card_shows_the_instruction_in_force()
    {
        await Give(new GiveInstruction("Toujours proposer la téléconsultation", null, new InstructionTimes()));
        await Give(new GiveInstruction("Le lundi, urgences seulement", null, new InstructionTimes(Days: [DayOfWeek.Monday])));
        var card = await _staff.GetFromJsonAsync<PracticeCard>(Practice(), TestJson.Options);
        Assert.That(card!.Instructions, Is.EqualTo(["Le lundi, urgences seulement"]));
    }

    [Test]
    public async Task Instructions_are_listed_with_their_times_until_withdrawn()
    {
        var times = new InstructionTimes(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), [DayOfWeek.Monday, DayOfWeek.Sunday], new TimeOnly(8, 0), new TimeOnly(12, 0));
        await Give(new GiveInstruction("Le matin, Dr Martin opère", "dr-martin", times));
        var listed = (await Instructions()).Single();
        Assert.Multiple(() =>
        {
            Assert.That(listed.Times with { Days = null }, Is.EqualTo(times with { Days = null }));
            Assert.That(listed.Times.Days, Is.EquivalentTo(times.Days!));
            Assert.That(listed.InForce, Is.True);
            Assert.That(listed.PractitionerId, Is.EqualTo("dr-martin"));
        });
        Assert.That((await _staff.DeleteAsync($"{Practice()}/instructions/{listed.InstructionId}")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await Instructions(), Is.Empty);
    }

    [Test]
    public async Task An_instruction_that_could_never_hold_is_refused()
    {
        var response = await Post(new GiveInstruction("x", null, new InstructionTimes(new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 1))));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await response.ProblemCode(), Is.EqualTo(PracticeProblems.ImpossibleTimes));
    }

    [Test]
    public async Task Staff_shuts_and_reopens_the_practice()
    {
        var until = new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.FromHours(1));
        Assert.That((await _staff.PutAsJsonAsync($"{Practice()}/forced-close", new ForcedClose(Until: until))).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        var shut = await Stored();
        Assert.That(shut.ForcedCloseFrom?.ToDateTimeOffset(), Is.EqualTo(_time.GetUtcNow()));
        Assert.That(shut.ForcedCloseUntil?.ToDateTimeOffset(), Is.EqualTo(until));
        await _staff.DeleteAsync($"{Practice()}/forced-close");
        Assert.That((await Stored()).ForcedClose, Is.Null);
    }

    [Test]
    public async Task A_close_that_ends_before_it_begins_is_refused()
    {
        var response = await _staff.PutAsJsonAsync($"{Practice()}/forced-close", new ForcedClose(Until: _time.GetUtcNow().AddMinutes(-1)));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task The_number_tells_a_colleague_a_patient_and_a_stranger_apart()
    {
        await _staff.PostAsJsonAsync($"{Practice()}/colleagues", new NameColleague("Pharmacie du Parc", "01 80 00 00 50"));
        var patient = new HttpRequestMessage(HttpMethod.Post, $"{Practice()}/patients")
        {
            Content = JsonContent.Create(new SavePatient("Petit", "Jeanne", Phones: ["0611111111"])),
        };
        patient.Headers.Add(RequestProblems.IdempotencyKey, $"{Guid.NewGuid()}");
        await _staff.SendAsync(patient);
        Assert.That(await Kind("+33180000050"), Is.EqualTo(CallerKind.Doctor));
        Assert.That(await Kind("+33611111111"), Is.EqualTo(CallerKind.Known));
        Assert.That(await Kind("+33622222222"), Is.EqualTo(CallerKind.Other));
        Assert.That(await Kind(null), Is.EqualTo(CallerKind.Masked));
        Assert.That(await Kind("anonymous"), Is.EqualTo(CallerKind.Masked));
    }

    [Test]
    public async Task A_colleague_named_twice_is_listed_once_and_can_be_forgotten()
    {
        await _staff.PostAsJsonAsync($"{Practice()}/colleagues", new NameColleague("Pharmacie", "0180000050"));
        await _staff.PostAsJsonAsync($"{Practice()}/colleagues", new NameColleague("Pharmacie du Parc", "+33180000050"));
        var colleague = (await _staff.GetFromJsonAsync<List<ColleagueView>>($"{Practice()}/colleagues"))!.Single();
        Assert.That(colleague.Name, Is.EqualTo("Pharmacie du Parc"));
        await _staff.DeleteAsync($"{Practice()}/colleagues/{colleague.ColleagueId}");
        Assert.That(await Kind("+33180000050"), Is.EqualTo(CallerKind.Other));
    }

    private Task<CallerKind> Kind(string? number) =>
        _host.Store.Read((db, token) => _host.Services.GetRequiredService<KnownCallers>().KindOf(db, _lilas, number, token), default);

    private Task<Practice> Stored() => _host.Store.Read((db, token) => db.Set<Practice>().SingleAsync(p => p.Id == _lilas, token), default);

    private async Task<List<InstructionView>> Instructions() =>
        (await _staff.GetFromJsonAsync<List<InstructionView>>($"{Practice()}/instructions", TestJson.Options))!;

    private async Task Give(GiveInstruction given)
    {
        var response = await Post(given);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        _time.Advance(TimeSpan.FromMilliseconds(1));
    }

    private Task<HttpResponseMessage> Post(GiveInstruction given)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Practice()}/instructions") { Content = JsonContent.Create(given, options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{Guid.NewGuid()}");
        return _staff.SendAsync(request);
    }

    private string Practice() => $"/api/practices/{_lilas}";
}
