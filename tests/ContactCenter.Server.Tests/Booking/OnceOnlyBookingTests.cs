using System.Net;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>A request is done once however often it is sent, and answered the same to the byte.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(600_000)]
internal sealed class OnceOnlyBookingTests(DatabaseEngine engine)
{
    private static readonly int Requests = RaceHouse.IsNightly ? 500 : 20;
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

    private BookingHouse _house = null!;
    private BookingClient[] _clients = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await RaceHouse.Open(engine);
        _clients = await RaceHouse.Clients(_house, engine, 2);
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Each_request_sent_up_to_five_times_at_once_makes_one_row_and_one_answer()
    {
        var chance = new Random(RaceHouse.Seed("repeated requests"));
        var rows = 0;
        for (var n = 0; n < Requests; n++)
        {
            // Half of them ask for a slot that is taken: a refusal is repeated as well.
            var slot = RaceHouse.Slot(RaceHouse.Practitioners[n % 5], Tuesday.AddDays(n / 100).AddMinutes(n / 5 % 20 / 2 * 20));
            var (key, form) = (Guid.NewGuid(), _clients[0].Form(slot, RaceHouse.Visit, _house.Patient));
            var answers = await Task.WhenAll(Enumerable.Range(0, chance.Next(1, 6)).Select(i => Sent(_clients[i % 2], form, key)));
            Assert.That(answers.Distinct().Count(), Is.EqualTo(1), string.Join("\n", answers));
            rows += answers[0].Answer == HttpStatusCode.Created ? 1 : 0;
        }

        Assert.That((await RaceHouse.IsSound(_house)).Count, Is.EqualTo(rows));
        Assert.That(rows, Is.InRange(1, Requests - 1), "both kinds of answer were repeated");
    }

    [Test]
    public async Task After_a_restart_the_same_request_has_the_same_answer_and_another_body_is_refused()
    {
        var (key, form) = (Guid.NewGuid(), _clients[0].Form(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit, _house.Patient));
        var first = await Sent(_clients[0], form, key);
        if (engine == DatabaseEngine.Sqlite)
            await _house.Restart();
        var again = await _house.Takes(engine == DatabaseEngine.Sqlite ? 0 : 1);
        Assert.That(await Sent(again, form, key), Is.EqualTo(first));
        var other = await again.Post("appointments", form with { Note = "autre" }, key);
        Assert.That((other.StatusCode, await other.ProblemCode()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, RequestProblems.IdempotencyKeyReused)));
        Assert.That(await _house.Store.Read((db, token) => db.Set<Appointment>().CountAsync(token), default), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_is_repeated_under_its_key_and_asked_anew_under_another()
    {
        var form = _clients[0].Form(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit, _house.Patient);
        var taken = await BookingClient.Read<AppointmentView>(await _clients[0].Post("appointments", form));
        var key = Guid.NewGuid();
        var refused = await Sent(_clients[0], form, key);
        Assert.That(refused.Answer, Is.EqualTo(HttpStatusCode.Conflict));
        await _clients[0].Post($"appointments/{taken.AppointmentId}/cancel", new CancelAppointment(_clients[0].Call, 1, null));
        Assert.That(await Sent(_clients[0], form, key), Is.EqualTo(refused));
        Assert.That((await Sent(_clients[0], form, Guid.NewGuid())).Answer, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Keys_are_forgotten_after_seven_days_and_not_before()
    {
        var forgetting = _house.Node.Services.GetRequiredService<ForgetRequests>();
        await _clients[0].Book(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit, _house.Patient);
        var remembered = await Remembered();
        _house.Time.Advance(TimeSpan.FromDays(7));
        await forgetting.Pass(default);
        Assert.That((await Remembered(), remembered), Is.EqualTo((2, 2)), "the patient's and the appointment's");
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        await forgetting.Pass(default);
        Assert.That(await Remembered(), Is.Zero);
    }

    private Task<int> Remembered() => _house.Store.Read((db, token) => db.Set<RememberedRequest>().CountAsync(token), default);

    private static async Task<(HttpStatusCode Answer, string Body)> Sent(BookingClient client, BookAppointment form, Guid key)
    {
        var answer = await client.Post("appointments", form, key);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
