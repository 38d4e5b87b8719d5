using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.TwilioSimulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace ContactCenter.Benchmarks;

/// <summary>Our server on a PostgreSQL database of its own, a practice with twenty calendars, and a secretary with callers on the line.</summary>
internal sealed class BookingBenchHouse : IAsyncDisposable
{
    private const int Practitioners = 20;
    private const int Calls = 32;
    private const int Patients = 1_000;
    private const string Slug = "cabinet-des-lilas";

    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-bench-").FullName;
    private readonly string _database = $"bench_{Guid.NewGuid():N}";
    private readonly string _server;
    private readonly Instant _now = Instant.FromDateTimeOffset(BenchServer.OpenHours);
    private readonly List<Guid> _calls = [];
    private WebApplication _app = null!;
    private List<Guid> _patients = [];
    private List<DateOnly> _days = [];

    private BookingBenchHouse(string server)
    {
        _server = server;
        Data = NpgsqlDataSource.Create(server + $";Database={_database};Maximum Pool Size=40");
    }

    public NpgsqlDataSource Data { get; }

    public HttpClient Http { get; private set; } = null!;

    public static string Root => $"/api/practices/{DemoPractice.Id.Value}";

    public static async Task<BookingBenchHouse> Open()
    {
        var server = Environment.GetEnvironmentVariable("CONTACTCENTER_BENCH_POSTGRES")
            ?? throw new InvalidOperationException("Set CONTACTCENTER_BENCH_POSTGRES to a connection string without a database.");
        var house = new BookingBenchHouse(server);
        await Sql(server + ";Database=postgres", $"CREATE DATABASE {house._database}");
        house.WriteRules();
        var port = BenchServer.FreePort();
        house._app = await BenchServer.Ours(house._folder, port, new ShiftedTime(BenchServer.OpenHours),
            ("Database:Engine", "PostgreSql"), ("ConnectionStrings:ContactCenter", server + $";Database={house._database};Maximum Pool Size=50"), ("Scripts:Root", house._folder));
        await house.SignIn($"http://127.0.0.1:{port}");
        return house;
    }

    /// <summary>The n-th booking: another slot for each n, spread over the calendars, each within one of the calls.</summary>
    public Func<HttpRequestMessage> Booking(int n)
    {
        var (practitioner, slot) = (n % Practitioners, n / Practitioners);
        var day = _days[slot / 40];
        var start = new DateTimeOffset(day.Year, day.Month, day.Day, 8, 0, 0, TimeSpan.FromHours(1)).AddMinutes(15 * (slot % 40));
        var form = new BookAppointment(_calls[n % Calls], null, "visite", $"p{practitioner + 1:00}", start, _patients[n % Patients], null, PatientIsNew: false);
        return () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/appointments") { Content = JsonContent.Create(form) };
            request.Headers.Add(RequestProblems.IdempotencyKey, Guid.NewGuid().ToString());
            return request;
        };
    }

    /// <summary>
    /// Statements that write what one booking writes, under the parameters <c>id</c> and <c>whose</c>. What they copy stands in tables of its own, so that
    /// finding it costs nothing.
    /// </summary>
    public async Task<IReadOnlyList<string>> CopyOfOneBooking()
    {
        await Keep("AgendaLocks", "WHERE \"Scope\" = 'p01'");
        await Keep("RememberedRequests", "ORDER BY \"At\" DESC LIMIT 1");
        await Keep("Appointments", "WHERE \"PractitionerId\" = 'p01' ORDER BY \"Start\" LIMIT 1");
        await Keep("Occupancies", "WHERE \"ResourceId\" = 'p01' ORDER BY \"Step\" LIMIT 3");
        await Keep("AgendaEvents", "WHERE \"ResourceId\" = 'p01' ORDER BY \"Id\" LIMIT 1");
        return
        [
            await Copy("AgendaLocks", Kept("AgendaLocks"), "", ("Scope", "@whose")),
            await Copy("RememberedRequests", Kept("RememberedRequests"), "", ("Key", "@id")),
            await Copy("Appointments", Kept("Appointments"), "", ("Id", "@id"), ("PatientId", "@id"), ("PractitionerId", "@whose")),
            await Copy("Occupancies", Kept("Occupancies"), "", ("AppointmentId", "@id"), ("ResourceId", "@whose")),
            await Copy("AgendaEvents", Kept("AgendaEvents"), "", ("Id", "@id"), ("ResourceId", "@whose")),
        ];
    }

    /// <summary>What a database that has been running for a while knows of its tables.</summary>
    public Task Analyze() => Sql(Data.ConnectionString, "ANALYZE");

    /// <summary>Fills the practice's calendars up to so many appointments, half of them past, a few weeks around today the busiest.</summary>
    public async Task GrowTo(int appointments)
    {
        await Sql(Data.ConnectionString, """DELETE FROM "Appointments" WHERE "PractitionerId" LIKE 'raw-%'""");
        var have = Convert.ToInt32(await Scalar("""SELECT count(*) FROM "Appointments" """), System.Globalization.CultureInfo.InvariantCulture);
        if (have >= appointments)
            return;
        var copy = await Copy(
            "Appointments", "Appointments", $"""CROSS JOIN generate_series(1, {appointments - have}) AS n WHERE t."Id" = (SELECT "Id" FROM "Appointments" LIMIT 1)""",
            ("Id", "gen_random_uuid()"),
            ("PractitionerId", "'p' || lpad((1 + n % 20)::text, 2, '0')"),
            ("Start", """t."Start" + (n / 20 % 40 * 15 - n / 800 * 1440) * interval '1 minute'"""),
            ("End", """t."Start" + (n / 20 % 40 * 15 + 15 - n / 800 * 1440) * interval '1 minute'"""));
        await Sql(Data.ConnectionString, copy);
        await Sql(Data.ConnectionString, """ANALYZE "Appointments" """);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Data.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Sql(_server + ";Database=postgres", $"DROP DATABASE {_database} WITH (FORCE)");
        Directory.Delete(_folder, recursive: true);
    }

    private void WriteRules()
    {
        foreach (var file in Server.Scripts.ScriptFolder.Read(Server.Scripts.ScriptFolder.Find(AppContext.BaseDirectory)!))
        {
            var path = Path.Combine(_folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        var names = Enumerable.Range(1, Practitioners).Select(n => $"p{n:00}").ToList();
        File.WriteAllText(Path.Combine(_folder, $"protocols/{Slug}/booking.yaml"), $$"""
            booking: cabinet-des-lilas
            version: 1
            author: Dr Banc
            since: 2026-01-05
            zone: Europe/Paris
            holidays: metropole
            grid_minutes: 5
            horizon_days: 365
            practitioners:
            {{string.Join('\n', names.Select(n => $$"""  {{n}}: {name: Dr {{n}}, specialty: Médecine, openings: [{days: [monday, tuesday, wednesday, thursday, friday], from: "08:00", to: "20:00"}]}"""))}}
            reasons:
              visite: {label: Visite, minutes: { {{string.Join(", ", names.Select(n => $"{n}: 15"))}} } }
            """);
    }

    private async Task SignIn(string address)
    {
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64 };
        Http = new HttpClient(handler) { BaseAddress = new Uri(address) };
        Http.DefaultRequestHeaders.Add("Origin", address);
        var claire = DemoPeople.All[0];
        (await Http.PostAsJsonAsync("/api/session", new { email = claire.Email, password = DemoPeople.Password })).EnsureSuccessStatusCode();
        await _app.Services.GetRequiredService<Store>().Write(
            (db, _) =>
            {
                for (var n = 0; n < Calls; n++)
                {
                    var call = new CallId(Guid.CreateVersion7());
                    _calls.Add(call.Value);
                    db.Add(new CallRecord
                    {
                        Id = call, PracticeId = DemoPractice.Id, CallerLeg = $"CA{call.Value:N}", Line = "+33180000099", ArrivedAt = _now,
                        Script = "accueil@1#0", State = CallState.Talking, StateSince = _now, AgentId = new AgentId(claire.Id!.Value),
                    });
                }

                return Task.CompletedTask;
            },
            default);
        _patients = [.. await Task.WhenAll(Enumerable.Range(0, Patients).Select(EnterPatient))];
        using var agenda = System.Text.Json.JsonDocument.Parse(await Http.GetStringAsync($"{Root}/agenda"));
        var today = DateOnly.FromDateTime(agenda.RootElement.GetProperty("asOf").GetDateTimeOffset().Date);
        _days = WorkingDays(today);
    }

    private async Task<Guid> EnterPatient(int n)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/patients")
        {
            Content = JsonContent.Create(new SavePatient($"Banc {n}", "Léa", null, new DateOnly(1940, 5, 4).AddDays(25 * n), [], null, null, [])),
        };
        request.Headers.Add(RequestProblems.IdempotencyKey, Guid.NewGuid().ToString());
        using var created = await Http.SendAsync(request);
        created.EnsureSuccessStatusCode();
        return (await created.Content.ReadFromJsonAsync<PatientView>())!.PatientId;
    }

    /// <summary>Days on which the practice is open, from tomorrow on.</summary>
    private static List<DateOnly> WorkingDays(DateOnly today) =>
    [
        .. Enumerable.Range(1, 300).Select(today.AddDays).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && FrenchHolidays.Of(d.Year, HolidayRegion.Metropole).All(h => h.Date != LocalDate.FromDateOnly(d))),
    ];

    private static string Kept(string table) => $"bench_{table}";

    private Task Keep(string table, string which) =>
        Sql(Data.ConnectionString, $"""DROP TABLE IF EXISTS "{Kept(table)}"; CREATE TABLE "{Kept(table)}" AS SELECT * FROM "{table}" {which}""");

    private async Task<string> Copy(string table, string from, string where, params (string Column, string Value)[] others)
    {
        var columns = new List<string>();
        await using var connection = await Data.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT column_name FROM information_schema.columns WHERE table_name = @t ORDER BY ordinal_position", connection);
        command.Parameters.AddWithValue("t", table);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            columns.Add(reader.GetString(0));
        var values = others.ToDictionary(o => o.Column, o => o.Value);
        return $"""INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", columns.Select(c => values.GetValueOrDefault(c, $"t.\"{c}\"")))} FROM "{from}" AS t {where}""";
    }

    private async Task<object?> Scalar(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task Sql(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
