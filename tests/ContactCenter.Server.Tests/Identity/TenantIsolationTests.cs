using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Identity;

/// <summary>Walks every endpoint of a practice as anonymous, as the neighbour and in each role.</summary>
internal sealed class TenantIsolationTests
{
    private const string Canary = "Canarizuela";

    private TestHost _host = null!;
    private PracticeId _lilas;
    private PracticeId _other;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = new TestHost();
        _lilas = await _host.AddPractice("lilas");
        _other = await _host.AddPractice("other");
        using var staff = await _host.SignedIn(await _host.AddUser("owner", Roles.PracticeStaff, _lilas));
        await Send(staff, HttpMethod.Post, $"/api/practices/{_lilas}/patients", new SavePatient(Canary, "Rosa", Phones: ["0612345678"]));
        await Send(staff, HttpMethod.Post, $"/api/practices/{_lilas}/instructions", new GiveInstruction(Canary, null, new InstructionTimes()));
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Nobody_signed_in_gets_401_everywhere()
    {
        foreach (var (method, address, endpoint) in Addresses())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                continue;
            using var client = _host.CreateClient();
            Assert.That((await Send(client, method, address)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), $"{method} {address}");
        }
    }

    [TestCase(Roles.Agent)]
    [TestCase(Roles.Supervisor)]
    [TestCase(Roles.PracticeStaff)]
    public async Task The_neighbour_s_people_find_nothing_and_read_no_word(string role)
    {
        using var neighbour = await _host.SignedIn(await _host.AddUser($"neighbour-{role}", role, _other));
        foreach (var (method, address, _) in Addresses())
        {
            var response = await Send(neighbour, method, address, new FindPatients(Canary));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.Forbidden), $"{method} {address}");
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain(Canary), $"{method} {address}");
        }
    }

    [TestCase(Roles.Billing)]
    [TestCase(Roles.Administrator)]
    public async Task Oversight_shows_no_patient(string role)
    {
        using var overseer = await _host.SignedIn(await _host.AddUser($"overseer-{role}", role));
        foreach (var (method, address, _) in Addresses())
        {
            var response = await Send(overseer, method, address, new FindPatients(Canary));
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain(Canary).Or.Contain("\"instructions\""), $"{method} {address}");
            if (address.Contains("/patients", StringComparison.Ordinal))
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), $"{method} {address}");
        }
    }

    [Test]
    public async Task An_administrator_who_is_also_an_agent_sees_the_patients_of_her_own_practices_only()
    {
        var account = await _host.Services.GetRequiredService<Accounts>().Create(
            new NewAccount("both@test.example", "both", "fr-FR", TestHost.Password, [Roles.Administrator, Roles.Agent]), default);
        using var client = await _host.SignedIn(account);
        Assert.That((await Send(client, HttpMethod.Get, $"/api/practices/{_lilas}")).StatusCode, Is.Not.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            (await Send(client, HttpMethod.Post, $"/api/practices/{_lilas}/patients/search", new FindPatients(Canary))).StatusCode,
            Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_patient_of_one_practice_is_not_found_under_another_of_the_same_agent()
    {
        using var both = await _host.SignedIn(await _host.AddUser("both-practices", Roles.Agent, _lilas, _other));
        var found = await (await Send(both, HttpMethod.Post, $"/api/practices/{_lilas}/patients/search", new FindPatients(Canary)))
            .Content.ReadFromJsonAsync<FoundPatients>();
        var patient = found!.Patients.Single().PatientId;
        Assert.That((await Send(both, HttpMethod.Get, $"/api/practices/{_other}/patients/{patient}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_end_of_assignment_counts_at_once()
    {
        var claire = await _host.AddUser("leaving", Roles.PracticeStaff, _lilas);
        using var client = await _host.SignedIn(claire);
        var address = $"/api/practices/{_lilas}/instructions";
        Assert.That((await Send(client, HttpMethod.Get, address)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await _host.Store.Write(
            async (db, token) => db.RemoveRange(await db.Set<Server.Practices.PracticeMember>().FindAsync([_lilas, claire.Id], token) ?? throw new InvalidOperationException()), default);
        Assert.That((await Send(client, HttpMethod.Get, address)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private IEnumerable<(HttpMethod Method, string Address, RouteEndpoint Endpoint)> Addresses() =>
        from endpoint in _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.GetParameter(RequirePractice.RouteKey) is not null
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select (new HttpMethod(method), Filled(endpoint.RoutePattern), endpoint);

    private string Filled(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: RequirePractice.RouteKey } => $"{_lilas}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart counted when counted.ParameterPolicies.Any(p => p.Content == "int") => "1",
            _ => $"{Guid.NewGuid()}",
        }))));

    private static Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string address, object? body = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{Guid.NewGuid()}");
        if (method != HttpMethod.Get)
            request.Content = JsonContent.Create(body ?? new { }, options: TestJson.Options);
        return client.SendAsync(request);
    }
}
