using System.Net.Http.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A practice whose calendar is kept here, on a Monday at nine in Paris, with secretaries in calls.</summary>
internal sealed class BookingHouse : IAsyncDisposable
{
    public const string Slug = "cabinet-des-lilas";
    public const string File = $"protocols/{Slug}/booking.yaml";

    private readonly ScriptFolderCopy _scripts = new();
    private readonly List<TestHost> _nodes = [];
    private UserAccount _claire = null!;

    private BookingHouse()
    {
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public PracticeId Practice { get; private set; }

    public Guid Patient { get; private set; }

    public TestHost Node => _nodes[0];

    public IReadOnlyList<TestHost> Nodes => _nodes;

    public Store Store => Node.Store;

    /// <param name="booking">Other booking rules than the shipped ones.</param>
    public static async Task<BookingHouse> Open(DatabaseEngine engine = DatabaseEngine.Sqlite, string? booking = null)
    {
        var house = new BookingHouse();
        if (booking is not null)
            house._scripts.Write(File, booking);
        house._nodes.Add(new TestHost(
            web => web.UseSetting("Scripts:Root", house._scripts.Root).UseSetting("Scripts:SamplesAllowedFor:0", Slug)
                .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(house.Time)), engine));
        house.Practice = await house.Node.AddPractice(Slug);
        house._claire = await house.Node.AddUser("claire", Roles.Agent, house.Practice);
        var first = await house.Takes();
        var created = await first.Post("patients", new SavePatient("Durand", "Amélie", null, new DateOnly(1980, 5, 4), [], null, null, []));
        house.Patient = (await created.Content.ReadFromJsonAsync<PatientView>(TestJson.Options))!.PatientId;
        return house;
    }

    /// <summary>A secretary with a caller of her own on the line, at one of the nodes.</summary>
    public async Task<BookingClient> Takes(int node = 0)
    {
        var call = new CallId(Guid.CreateVersion7());
        await Store.Write(
            (db, _) =>
            {
                db.Add(new CallRecord
                {
                    Id = call, PracticeId = Practice, CallerLeg = $"CA{call.Value:N}", Line = "+33180000099", ArrivedAt = Time.GetUtcNow().ToInstant(),
                    Script = "accueil@1#0", State = CallState.Talking, StateSince = Time.GetUtcNow().ToInstant(), AgentId = new AgentId(_claire.Id),
                });
                return Task.CompletedTask;
            },
            default);
        return new BookingClient(await _nodes[node].SignedIn(_claire), Practice, call.Value);
    }

    /// <summary>One more practice whose calendar is kept here.</summary>
    /// <param name="rules">Makes its booking rules of the shipped ones, which bear its slug already.</param>
    /// <param name="isAnswered">Whether the secretary answers for it too.</param>
    public async Task<PracticeId> AddPractice(string slug, Func<string, string>? rules = null, bool isAnswered = true)
    {
        foreach (var file in ScriptFolder.Read(ScriptFolderCopy.Shipped).Where(f => f.Owner == Slug))
        {
            var text = file.Text.Replace(Slug, slug, StringComparison.Ordinal);
            _scripts.Write(file.Path.Replace(Slug, slug, StringComparison.Ordinal), file.Path == File && rules is not null ? rules(text) : text);
        }

        foreach (var library in _nodes.Select(n => n.Services.GetRequiredService<ScriptLibrary>()))
        {
            var compiled = library.Compile();
            library.TakeIntoUse(compiled.Value ?? throw new InvalidOperationException(string.Join('\n', compiled.Diagnostics)));
        }

        var practice = await Node.AddPractice(slug);
        if (isAnswered)
            await Assign(practice);
        return practice;
    }

    /// <summary>From now on the secretary answers for it.</summary>
    public Task Assign(PracticeId practice) => Store.Write(
        (db, _) =>
        {
            db.Add(new AgentPractice { AgentId = new AgentId(_claire.Id), PracticeId = practice });
            return Task.CompletedTask;
        },
        default);

    /// <summary>From now on she does not.</summary>
    public Task Withdraw(PracticeId practice) => Store.Write(
        (db, token) => db.Set<AgentPractice>().Where(a => a.PracticeId == practice).ExecuteDeleteAsync(token), default);

    /// <summary>Somebody of the practice itself.</summary>
    public async Task<BookingClient> Staff(string name = "martin") =>
        new(await Node.SignedIn(await Node.AddUser(name, Roles.PracticeStaff, Practice)), Practice, null);

    /// <summary>Other booking rules come into force, as from a file that was written by hand.</summary>
    public async Task ChangeRules(string booking)
    {
        _scripts.Write(File, booking);
        Assert.That(await Node.Services.GetRequiredService<ScriptWatcher>().Reload(default), Is.True);
    }

    /// <summary>One more server on the same data.</summary>
    public void AddNode() => _nodes.Add(Node.OnSameData());

    /// <summary>The server goes and comes back; what it knew is gone, what it wrote is there.</summary>
    public async Task Restart()
    {
        var next = Node.OnSameData();
        Node.KeepsData = true;
        await Node.DisposeAsync();
        _nodes[0] = next;
        next.KeepsData = false;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Enumerable.Reverse(_nodes))
            await node.DisposeAsync();
        _scripts.Dispose();
    }
}

/// <summary>Requests of one person, within one call or without.</summary>
internal sealed record BookingClient(HttpClient Http, PracticeId Practice, Guid? Call)
{
    public string Root => $"/api/practices/{Practice.Value}";

    public async Task<HttpResponseMessage> Post(string path, object body, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{path}") { Content = JsonContent.Create(body, body.GetType(), options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, (key ?? Guid.NewGuid()).ToString());
        return await Http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> Delete(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Root}/{path}");
        request.Headers.Add(RequestProblems.IdempotencyKey, Guid.NewGuid().ToString());
        return await Http.SendAsync(request);
    }

    public async Task<T> Get<T>(string path) => (await Http.GetFromJsonAsync<T>($"{Root}/{path}", TestJson.Options))!;

    public async Task<IReadOnlyList<SlotView>> Slots(string reason, string practitioner, string more = "") =>
        (await Get<FoundSlots>($"slots?visitReason={reason}&practitioner={practitioner}&take=500{more}")).Slots;

    public BookAppointment Form(SlotView slot, string reason, Guid patient) =>
        new(Call, null, reason, slot.PractitionerId, slot.Start, patient, null, PatientIsNew: false);

    public Task<HttpResponseMessage> Book(SlotView slot, string reason, Guid patient, Guid? key = null) =>
        Post("appointments", Form(slot, reason, patient), key);

    public Task<HttpResponseMessage> Hold(SlotView slot, string reason) => Post("holds", new HoldSlot(Call!.Value, reason, slot.PractitionerId, slot.Start));

    public static async Task<T> Read<T>(HttpResponseMessage answer)
    {
        Assert.That((int)answer.StatusCode, Is.LessThan(300), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(TestJson.Options))!;
    }
}
