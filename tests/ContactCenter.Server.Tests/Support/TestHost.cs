using System.Diagnostics;
using System.Net.Http.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Calls;
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

/// <summary>The whole server on its own database, in process. Settings and services may be changed before it starts.</summary>
internal sealed class TestHost : WebApplicationFactory<Store>
{
    public const string Password = "Correct-Horse-9";

    private readonly Action<IWebHostBuilder>? _configure;
    private readonly DatabaseEngine _engine;
    private readonly string _connectionString;

    public TestHost(Action<IWebHostBuilder>? configure = null, DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        (_configure, _engine) = (configure, engine);
        Folder = Directory.CreateTempSubdirectory("contactcenter-host-").FullName;
        _connectionString = PreparedDatabase.ConnectionString(engine, Folder).GetAwaiter().GetResult();
    }

    private TestHost(TestHost other) =>
        (_configure, _engine, Folder, _connectionString, KeepsData) = (other._configure, other._engine, other.Folder, other._connectionString, other.KeepsData);

    /// <summary>Where SQLite and the development keys lie.</summary>
    public string Folder { get; }

    /// <summary>Set before disposing when the data is still needed.</summary>
    public bool KeepsData { get; set; }

    public Store Store => Services.GetRequiredService<Store>();

    public IClock Clock => Services.GetRequiredService<IClock>();

    /// <summary>Another node on the same data, or this one after a restart: dispose it, the data is the first one's to delete.</summary>
    public TestHost OnSameData() => new(this) { KeepsData = true };

    /// <summary>A command of the program on the same data, in a process of its own that can be killed.</summary>
    public ProcessStartInfo Command(params string[] arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "ContactCenter.Server.dll"), .. arguments])
    {
        RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Scenarios.Floor.Root(),
        Environment =
        {
            ["Database__Engine"] = $"{_engine}", ["ConnectionStrings__ContactCenter"] = _connectionString,
            ["Sealing__KeyFile"] = Path.Combine(Folder, "test.keys.json"), ["ASPNETCORE_ENVIRONMENT"] = "Development",
        },
    };

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
        if (KeepsData)
            return;
        await TestDatabase.Drop(new Database(_engine, _connectionString, Folder));
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Engine", $"{_engine}");
        builder.UseSetting("ConnectionStrings:ContactCenter", _connectionString);
        builder.UseSetting("Sealing:KeyFile", Path.Combine(Folder, "test.keys.json"));
        if (!File.Exists(Path.Combine(Folder, "test.keys.json")))
            TestKeys.Write(Path.Combine(Folder, "test.keys.json"));
        builder.UseSetting("SignIn:AttemptsPerMinuteAndAddress", "100000");
        // A slow machine's decision is not taken for one that does not come.
        builder.UseSetting("Emergency:AnswerWithin", "30");
        _configure?.Invoke(builder);
    }
}
