using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ContactCenter.Server.Tests.Administration;

/// <summary>Two practices and an administrator who is signed in.</summary>
internal sealed class AccountHouse : IAsyncDisposable
{
    public const string Root = "/api/administration/accounts";

    private AccountHouse(DatabaseEngine engine) =>
        Host = new TestHost(web => web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time)), engine);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public TestHost Host { get; }

    public HttpClient Alice { get; private set; } = null!;

    public UserAccount AliceAccount { get; private set; } = null!;

    public PracticeId Lilas { get; private set; }

    public PracticeId Canal { get; private set; }

    public static async Task<AccountHouse> Open(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var house = new AccountHouse(engine);
        (house.Lilas, house.Canal) = (await house.Host.AddPractice("lilas"), await house.Host.AddPractice("canal"));
        house.AliceAccount = await house.Host.AddUser("alice", Roles.Administrator);
        house.Alice = await house.Host.SignedIn(house.AliceAccount);
        return house;
    }

    public AccountForm Form(string role = Roles.Agent) => new("Jeanne Vidal", [role], [new GivenPractice(Lilas.Value)], role == Roles.Agent ? ["fr"] : [], "fr-FR");

    public Task<HttpResponseMessage> Ask(HttpMethod method, string path, object? body = null) => Ask(Alice, method, path, body);

    public static Task<HttpResponseMessage> Ask(HttpClient client, HttpMethod method, string path, object? body = null) => client.SendAsync(
        new HttpRequestMessage(method, Root + path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: TestJson.Options) });

    public async Task<AccountAnswer> Done(HttpMethod method, string path, object body)
    {
        var response = await Ask(method, path, body);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<AccountAnswer>(TestJson.Options))!;
    }

    public Task<AccountAnswer> Add(string email = "jeanne@test.example", AccountForm? form = null, string? password = TestHost.Password) =>
        Done(HttpMethod.Post, "", new AddAccount(email, form ?? Form(), password));

    public async Task<AccountView> View(Guid account) =>
        (await Alice.GetFromJsonAsync<AccountView>($"{Root}/{account}", TestJson.Options))!;

    public async Task<HttpStatusCode> SignIn(string email, string password) => await SignIn(Host.CreateClient(), email, password);

    public static async Task<HttpStatusCode> SignIn(HttpClient client, string email, string password) =>
        (await client.PostAsJsonAsync("/api/session", new SignIn(email, password))).StatusCode;

    public Task<List<AuditRow>> Trail() => Host.Store.Read(
        (db, token) => db.Set<AuditRow>().Where(a => a.PracticeId == AuditTrail.OfAccounts).OrderBy(a => a.Sequence).ToListAsync(token), default);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
