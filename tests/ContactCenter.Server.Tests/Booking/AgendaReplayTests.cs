using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>At whatever moment one asks later, the history shows what the live agenda showed then.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(600_000)]
internal sealed class AgendaReplayTests(DatabaseEngine engine)
{
    private static readonly int Acts = RaceHouse.IsNightly ? 600 : 60;
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

    private readonly List<(DateTimeOffset At, string Shown)> _seen = [];
    private BookingHouse _house = null!;
    private BookingClient[] _callers = null!;
    private BookingClient _staff = null!;
    private Random _chance = null!;

    [SetUp]
    public async Task Open()
    {
        _seen.Clear();
        _house = await BookingHouse.Open(engine, RaceHouse.Rules);
        _callers = [await _house.Takes(), await _house.Takes()];
        _staff = await _house.Staff();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task The_history_shows_at_any_moment_what_the_agenda_showed_then()
    {
        _chance = new Random(RaceHouse.Seed("replayed agenda"));
        var acts = new Dictionary<string, int>();
        for (var n = 0; n < Acts; n++)
        {
            // Now and then long enough for holds to run out.
            _house.Time.Advance(TimeSpan.FromSeconds(_chance.Next(10) == 0 ? 200 : _chance.Next(1, 40)));
            if (await Act() is { } act)
                acts[act] = acts.GetValueOrDefault(act) + 1;
            _seen.Add((_house.Time.GetUtcNow(), await Live()));
        }

        TestContext.Out.WriteLine(string.Join(", ", acts.Select(a => $"{a.Key} {a.Value}")));
        Assert.That(acts.Keys, Is.SupersetOf(new[] { "book", "hold", "move", "cancel", "absence" }));
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        // That a hold ran out is written down when calendars are settled, which the house does once a second beside all this.
        await _house.Node.Services.GetRequiredService<SettleCalendars>().Pass(default);
        foreach (var (at, shown) in _seen.OrderBy(_ => _chance.Next()))
            Assert.That(await Replayed(at), Is.EqualTo(shown), $"at {at:O}");
    }

    [Test]
    public async Task A_moment_that_has_not_come_or_is_missing_is_refused_and_one_before_all_is_empty()
    {
        Assert.That((await _staff.Http.GetAsync(Address(_house.Time.GetUtcNow().AddSeconds(1)))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await _staff.Http.GetAsync($"{_staff.Root}/agenda/replay")).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await _staff.Get<AgendaReplay>("agenda/replay?local=2020-01-01T00:00")).Entries, Is.Empty);
    }

    [Test]
    public async Task By_the_practice_s_clock_is_the_same_moment_and_no_stranger_sees_it()
    {
        await _callers[0].Book(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit, _house.Patient);
        var replay = await _staff.Get<AgendaReplay>("agenda/replay?local=2026-11-23T09:00&from=2026-11-24");
        Assert.That(replay.At, Is.EqualTo(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1))));
        var entry = replay.Entries.Single();
        Assert.That((entry.Patient, entry.Label, entry.By, entry.State), Is.EqualTo(("DURAND Amélie", "Visite", "claire", (AppointmentState?)AppointmentState.Booked)));
        var elsewhere = await _house.Node.AddPractice("ailleurs");
        var stranger = await _house.Node.SignedIn(await _house.Node.AddUser("eva", Roles.PracticeStaff, elsewhere));
        Assert.That((await stranger.GetAsync(Address(_house.Time.GetUtcNow()))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var clerk = await _house.Node.SignedIn(await _house.Node.AddUser("bruno", Roles.Billing));
        Assert.That((await clerk.GetAsync(Address(_house.Time.GetUtcNow()))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_openings_are_those_of_the_rules_that_were_in_force_also_after_going_back_to_the_first_ones()
    {
        var (first, second) = (RaceHouse.Rules, RaceHouse.Rules.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("08:00", "09:30", StringComparison.Ordinal));
        List<DateTimeOffset> seen = [_house.Time.GetUtcNow()];
        foreach (var rules in new[] { second, first })
        {
            _house.Time.Advance(TimeSpan.FromMinutes(1));
            await _house.ChangeRules(rules);
            _house.Time.Advance(TimeSpan.FromMinutes(1));
            seen.Add(_house.Time.GetUtcNow());
        }

        var replays = await Task.WhenAll(seen.Select(at => _staff.Get<AgendaReplay>(Address(at)[(_staff.Root.Length + 1)..])));
        Assert.That(replays.Select(r => (r.Rules!.Version, r.Rules.Openings.First(o => o.PractitionerId == "p1").Start.Hour)), Is.EqualTo(new[] { (1, 8), (2, 9), (1, 8) }));
        Assert.That((await _staff.Get<AgendaReplay>("agenda/replay?local=2020-01-01T00:00")).Rules, Is.Null, "nobody wrote down what held then");
    }

    [Test]
    public async Task One_is_led_from_change_to_change_of_the_days_and_of_no_other()
    {
        var made = new List<DateTimeOffset>();
        foreach (var n in new[] { 0, 1 })
        {
            _house.Time.Advance(TimeSpan.FromMinutes(1));
            await _callers[0].Book(RaceHouse.Slot("p1", Tuesday.AddMinutes(n * 20)), RaceHouse.Visit, _house.Patient);
            await _callers[0].Book(RaceHouse.Slot("p1", Tuesday.AddDays(n + 1).AddMinutes(40)), RaceHouse.Visit, _house.Patient);
            made.Add(_house.Time.GetUtcNow());
        }

        _house.Time.Advance(TimeSpan.FromMinutes(1));
        var now = await Around(_house.Time.GetUtcNow());
        Assert.That(now, Is.EqualTo((made[1], (DateTimeOffset?)null)));
        Assert.That(await Around(made[1]), Is.EqualTo((made[0], (DateTimeOffset?)null)));
        Assert.That(await Around(made[0]), Is.EqualTo(((DateTimeOffset?)null, made[1])));

        async Task<(DateTimeOffset? Earlier, DateTimeOffset? Later)> Around(DateTimeOffset at)
        {
            var replay = await _staff.Get<AgendaReplay>(Address(at)[(_staff.Root.Length + 1)..]);
            return (replay.Earlier, replay.Later);
        }
    }

    private async Task<string?> Act()
    {
        var (caller, slot) = (_callers[_chance.Next(2)], RaceHouse.Slot(RaceHouse.Practitioners[_chance.Next(3)], Tuesday.AddMinutes(15 * _chance.Next(16))));
        var there = (await _staff.Get<AgendaView>("agenda?from=2026-11-24")).Entries.Select(e => e.Appointment).OfType<AppointmentView>().ToList();
        var one = there.Count == 0 ? null : there[_chance.Next(there.Count)];
        return _chance.Next(12) switch
        {
            <= 3 => Done("book", await caller.Book(slot, RaceHouse.Visit, _house.Patient)),
            <= 6 => Done("hold", await caller.Hold(slot, RaceHouse.Visit)),
            <= 8 when one is not null => Done("move", await caller.Post(
                $"appointments/{one.AppointmentId}/move", new MoveAppointment(caller.Call, null, slot.PractitionerId, slot.Start, one.Version))),
            9 when one is not null => Done("cancel", await caller.Post($"appointments/{one.AppointmentId}/cancel", new CancelAppointment(caller.Call, one.Version, null))),
            10 => Done("absence", await _staff.Post("absences", new EnterAbsence(
                slot.PractitionerId, new DateTime(2026, 11, 24, 12, 0, 0), new DateTime(2026, 11, 24, 12 + _chance.Next(1, 6), 0, 0), "Formation"))),
            11 when (await _staff.Get<List<AbsenceView>>("absences")) is [var first, ..] => Done("withdraw", await _staff.Delete($"absences/{first.AbsenceId}")),
            _ => null,
        };
    }

    private static string? Done(string act, HttpResponseMessage answer) => answer.IsSuccessStatusCode ? act : null;

    private async Task<string> Live() => Written((await _staff.Get<AgendaView>("agenda?from=2026-11-24")).Entries
        .Select(e => $"{e.PractitionerId} {e.Start:O} {e.End:O} {e.Kind} {e.Appointment?.State} {e.Appointment?.Lane ?? 0} {e.Appointment?.AppointmentId} {e.Appointment?.PatientName} {e.Label}"));

    private async Task<string> Replayed(DateTimeOffset at) => Written((await _staff.Get<AgendaReplay>(Address(at)[(_staff.Root.Length + 1)..])).Entries
        .Select(e => $"{e.PractitionerId} {e.Start:O} {e.End:O} {e.Kind} {e.State} {e.Lane} {(e.Patient is null ? null : e.Subject)} {e.Patient} {(e.Patient is null ? e.Label : null)}"));

    private string Address(DateTimeOffset at) => $"{_staff.Root}/agenda/replay?at={Uri.EscapeDataString($"{at:O}")}&from=2026-11-24";

    private static string Written(IEnumerable<string> entries) => string.Join('\n', entries.Order(StringComparer.Ordinal));
}
