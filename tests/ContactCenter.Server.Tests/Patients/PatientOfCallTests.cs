using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Patients;

/// <summary>Whom a call is about is the agent's choice; its notes stand in that patient's timeline and in no other.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class PatientOfCallTests(DatabaseEngine engine)
{
    private BookingHouse _house = null!;
    private BookingClient _claire = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await RaceHouse.Open(engine);
        // The call that came last is the one in her hands.
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        _claire = await _house.Takes();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Notes_of_a_plain_call_stand_in_the_timeline_of_the_patient_last_chosen()
    {
        var other = await BookingClient.Read<PatientView>(await _claire.Post("patients", new SavePatient("Petit", "Lou")));
        await Note("rappeler pour l'ordonnance");
        Assert.That(await Timeline(_house.Patient), Is.Empty, "nobody was chosen");
        Assert.That((await Choose(other.PatientId)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await Choose(_house.Patient);
        Assert.That(await Timeline(_house.Patient), Is.EqualTo(["rappeler pour l'ordonnance"]));
        Assert.That(await Timeline(other.PatientId), Is.Empty);
        Assert.That((await View())!.PatientId, Is.EqualTo(_house.Patient), "a page loaded anew knows it");
        await Choose(null);
        Assert.That(await Timeline(_house.Patient), Is.Empty);
    }

    [Test]
    public async Task Only_the_agent_of_the_call_chooses_and_only_a_patient_of_the_practice()
    {
        Assert.That((await Choose(Guid.NewGuid())).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var nadia = await _house.Node.SignedIn(await _house.Node.AddUser("nadia", Roles.Agent, _house.Practice));
        var foreign = await nadia.PutAsJsonAsync(Address, new PatientOfCall(_house.Patient), TestJson.Options);
        Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var staff = await _house.Staff();
        Assert.That((await staff.Http.PutAsJsonAsync(Address, new PatientOfCall(_house.Patient), TestJson.Options)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await View())!.PatientId, Is.Null);
    }

    private string Address => $"{_claire.Root}/calls/{_claire.Call}/patient";

    private Task<HttpResponseMessage> Choose(Guid? patient) => _claire.Http.PutAsJsonAsync(Address, new PatientOfCall(patient), TestJson.Options);

    private async Task Note(string text) => Assert.That(
        await _house.Node.Services.GetRequiredService<CallNotes>().Save(await Agent(), new CallId(_claire.Call!.Value), text, null, null, default), Is.True);

    private async Task<Contracts.Consoles.CallView?> View() => (await _house.Node.Services.GetRequiredService<AgentViews>().For(await Agent(), "fr-FR", default)).Call;

    private async Task<AgentId> Agent() => new((await _claire.Http.GetFromJsonAsync<SessionView>("/api/session", TestJson.Options))!.AccountId);

    private async Task<IEnumerable<string>> Timeline(Guid patient) => (await _claire.Get<PatientFile>($"patients/{patient}/file")).Timeline.Select(e => e.Text);
}
