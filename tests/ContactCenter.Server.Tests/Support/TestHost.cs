using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Routing;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactCenter.Server.Tests.Support;

/// <summary>The whole server on its own SQLite file, in process. Settings and services may be changed before it starts.</summary>
internal sealed class TestHost : WebApplicationFactory<Store>
{
    public const string Password = "Correct-Horse-9";

    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-host-").FullName;
    private readonly bool _ownsFolder = true;
    private readonly Action<IWebHostBuilder>? _configure;

    public TestHost(Action<IWebHostBuilder>? configure = null) => _configure = configure;

    private TestHost(TestHost before)
        : this(before._configure)
    {
        Directory.Delete(_folder);
        (_folder, _ownsFolder) = (before._folder, false);
    }

    public string Folder => _folder;

    public Store Store => Services.GetRequiredService<Store>();

    public IClock Clock => Services.GetRequiredService<IClock>();

    /// <summary>A second process on the same data; call it after <see cref="WebApplicationFactory{T}.DisposeAsync"/> for a restart.</summary>
    public TestHost OnSameData() => new(this);

    /// <summary>A new practice with one line.</summary>
    public async Task<PracticeId> AddPractice(string slug)
    {
        var id = new PracticeId(Guid.CreateVersion7());
        await Store.Write(
            (db, token) =>
            {
                db.Add(new Practice
                {
                    Id = id,
                    Slug = slug,
                    Name = $"Cabinet {slug}",
                    TimeZone = "Europe/Paris",
                    Region = HolidayRegion.Metropole,
                    AnswerPhraseFr = $"Cabinet {slug}, bonjour",
                    AnswerPhraseEn = $"Practice {slug}, good morning",
                });
                return Task.CompletedTask;
            },
            default);
        return id;
    }

    /// <summary>An account with a role, seeing these practices: an agent by assignment, the others by membership.</summary>
    public async Task<UserAccount> AddUser(string name, string role, params PracticeId[] practices)
    {
        var account = await Services.GetRequiredService<Accounts>()
            .Create(new NewAccount($"{name}@test.example", name, "fr-FR", Password, [role]), default);
        await Store.Write(
            (db, token) =>
            {
                if (role == Roles.Agent)
                    db.Add(new AgentProfile { Id = new AgentId(account.Id), Initials = name[..1].ToUpperInvariant() });
                foreach (var practice in practices)
                    db.Add(role == Roles.Agent
                        ? new AgentPractice { AgentId = new AgentId(account.Id), PracticeId = practice }
                        : new PracticeMember { UserId = account.Id, PracticeId = practice });
                return Task.CompletedTask;
            },
            default);
        return account;
    }

    /// <summary>A client with its own cookies, signed in as this user.</summary>
    public async Task<HttpClient> SignedIn(UserAccount user)
    {
        var client = CreateClient();
        var response = await client.PostAsJsonAsync("/api/session", new SignIn(user.Email!, Password));
        response.EnsureSuccessStatusCode();
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder && Directory.Exists(_folder) && !KeepsData)
            Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Set before disposing when <see cref="OnSameData"/> follows.</summary>
    public bool KeepsData { get; set; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:ContactCenter", $"Data Source={Path.Combine(_folder, "host.db")}");
        _configure?.Invoke(builder);
    }
}
