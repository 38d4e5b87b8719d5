using System.Net;
using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A series is one proposal and one transaction: all sessions or none, once however often it is sent.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(600_000)]
internal sealed class SeriesTests(DatabaseEngine engine)
{
    private const string Search = $"series?visitReason={RaceHouse.Visit}&sessions=10&weekdays=tuesday,friday&leastDays=3&patientIsNew=false";

    private BookingHouse _house = null!;
    private BookingClient _claire = null!;
    private BookingClient _nadia = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await RaceHouse.Open(engine);
        var clients = await RaceHouse.Clients(_house, engine, 2);
        (_claire, _nadia) = (clients[0], clients[1]);
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Ten_sessions_on_Tuesdays_and_Fridays_are_proposed_and_booked_together()
    {
        var proposed = await _claire.Get<ProposedSeries>($"{Search}&practitioner=p2");
        Assert.That(proposed.Sessions.Select(s => s.Start.DayOfWeek).Distinct(), Is.EqualTo([DayOfWeek.Tuesday, DayOfWeek.Friday]));
        Assert.That(proposed.Sentence, Is.EqualTo("10 séances avec Dr p2, du 24 novembre à 08:00 au 29 décembre à 08:00."));
        var booked = await BookingClient.Read<BookedSeries>(await _claire.Post("series", Form(_claire, proposed)));
        Assert.That(booked.Appointments.Select(a => (a.Start, a.SeriesId)), Is.EqualTo(proposed.Sessions.Select(s => (s.Start, (Guid?)booked.SeriesId))));
        Assert.That(await RaceHouse.IsSound(_house), Has.Count.EqualTo(10));
        Assert.That((await _claire.Get<ProposedSeries>($"{Search}&practitioner=p2")).Sessions[0].Start, Is.GreaterThan(proposed.Sessions[0].Start), "its time is taken");
    }

    [Test]
    public async Task One_session_that_is_gone_leaves_none_and_is_named()
    {
        var proposed = await _claire.Get<ProposedSeries>($"{Search}&practitioner=p1");
        await BookingClient.Read<AppointmentView>(await _nadia.Book(proposed.Sessions[6], RaceHouse.Visit, _house.Patient));
        var refused = await _claire.Post("series", Form(_claire, proposed));
        Assert.That((refused.StatusCode, await refused.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, BookingProblems.SlotTaken)));
        var told = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        Assert.That(told.GetProperty(BookSeries.SessionField).GetInt32(), Is.EqualTo(7));
        Assert.That(told.GetProperty("detail").GetString(), Does.StartWith("Séance 7 : ").And.EndsWith("Aucune séance n’a été prise."));
        Assert.That(told.GetProperty(BookingProblems.AlternativesField).GetArrayLength(), Is.Positive);
        Assert.That(await RaceHouse.IsSound(_house), Has.Count.EqualTo(1), "only the other's");
    }

    [Test]
    public async Task Sessions_of_one_series_count_for_each_other()
    {
        var nine = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(1));
        var day = Enumerable.Range(0, RaceHouse.MostCounted + 1).Select(n => nine.AddMinutes(30 * n)).ToList();
        var refused = await _claire.Post("series", new BookSeries(_claire.Call, RaceHouse.Counted, "p1", day, _house.Patient, null, PatientIsNew: false));
        Assert.That(await refused.ProblemCode(), Is.EqualTo(BookingProblems.NotAllowed), "the quota of the day");
        Assert.That(await RaceHouse.IsSound(_house), Is.Empty);
        await BookingClient.Read<BookedSeries>(await _claire.Post("series", new BookSeries(_claire.Call, RaceHouse.Counted, "p1", day[..^1], _house.Patient, null, PatientIsNew: false)));
        var overlapping = new BookSeries(_claire.Call, RaceHouse.Visit, "p2", [nine, nine.AddMinutes(5)], _house.Patient, null, PatientIsNew: false);
        Assert.That(await (await _claire.Post("series", overlapping)).ProblemCode(), Is.EqualTo(BookingProblems.SlotTaken));
    }

    [Test]
    public async Task Of_series_that_want_the_same_times_at_once_one_gets_all_and_the_others_nothing()
    {
        for (var round = 0; round < 5; round++)
        {
            var proposed = await _claire.Get<ProposedSeries>($"{Search}&practitioner=p{round + 1}");
            // The other one's series shares a single session with the first.
            var other = proposed with { Sessions = [.. proposed.Sessions.Select((s, n) => n == 5 ? s : s with { Start = s.Start.AddHours(2) })] };
            var answers = await Task.WhenAll(_claire.Post("series", Form(_claire, proposed)), _nadia.Post("series", Form(_nadia, other)));
            Assert.That(answers.Select(a => a.StatusCode), Is.EquivalentTo([HttpStatusCode.Created, HttpStatusCode.Conflict]));
            var rows = await RaceHouse.IsSound(_house);
            Assert.That(rows.GroupBy(a => a.SeriesId).Select(g => g.Count()), Has.All.EqualTo(10).And.Exactly(round + 1).Items);
        }
    }

    [Test]
    public async Task Sent_again_at_once_and_after_a_restart_it_is_one_series_with_one_answer()
    {
        var proposed = await _claire.Get<ProposedSeries>($"{Search}&practitioner=p3");
        var (form, key) = (Form(_claire, proposed), Guid.NewGuid());
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Sent(_claire, form, key)));
        if (engine == DatabaseEngine.Sqlite)
            await _house.Restart();
        var again = await _house.Takes(engine == DatabaseEngine.Sqlite ? 0 : 1);
        Assert.That(answers.Append(await Sent(again, form, key)).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await RaceHouse.IsSound(_house), Has.Count.EqualTo(10));
        var other = await again.Post("series", form with { Note = "autre" }, key);
        Assert.That(await other.ProblemCode(), Is.EqualTo(RequestProblems.IdempotencyKeyReused));
    }

    [Test]
    public async Task What_cannot_be_a_series_is_told_in_a_sentence()
    {
        var one = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(1));
        foreach (var starts in new[] { new[] { one }, [one, one], [one.AddDays(1), one], [one, one.AddDays(500)] })
        {
            var refused = await _claire.Post("series", new BookSeries(_claire.Call, RaceHouse.Visit, "p1", starts, _house.Patient, null));
            Assert.That(await refused.ProblemCode(), Is.EqualTo(BookingProblems.Invalid), string.Join(", ", starts));
        }

        var impossible = await _claire.Get<ProposedSeries>($"series?visitReason={RaceHouse.Visit}&sessions=10&weekdays=tuesday&days=28&patientIsNew=false");
        Assert.That((impossible.Sessions, impossible.Longest), Is.EqualTo((Array.Empty<SlotView>(), 4)));
        Assert.That(impossible.Sentence, Does.StartWith("Pas de série complète : 4 séances sur 10 au mieux."));
    }

    private BookSeries Form(BookingClient client, ProposedSeries proposed) =>
        new(client.Call, RaceHouse.Visit, proposed.Sessions[0].PractitionerId, [.. proposed.Sessions.Select(s => s.Start)], _house.Patient, null, PatientIsNew: false);

    private static async Task<(HttpStatusCode Answer, string Body)> Sent(BookingClient client, BookSeries form, Guid key)
    {
        var answer = await client.Post("series", form, key);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
