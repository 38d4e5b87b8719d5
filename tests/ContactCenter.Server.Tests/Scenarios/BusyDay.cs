using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using ContactCenter.TwilioSimulator.Driving;
using Microsoft.EntityFrameworkCore;
using AppointmentState = ContactCenter.Domain.Booking.AppointmentState;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>
/// People book and call without a pause while something happens to the house. Whoever got no answer asks again under the same key, as the console does.
/// Afterwards every booking answered stands and no other, an answer stays the same to the byte, every call came to its end with the seconds that were
/// talked, and no offer is stuck.
/// </summary>
internal sealed class BusyDay
{
    private readonly Floor _floor;
    private readonly BookingClient[] _staff;
    private readonly List<SlotView> _slots;
    private readonly Guid _patient;
    private readonly ConcurrentBag<Told> _told = [];
    private readonly ConcurrentBag<Refusal> _refusals = [];
    private readonly ConcurrentBag<ScriptedPhone> _phones = [];
    private int _unanswered;

    private BusyDay(Floor floor, BookingClient[] staff, List<SlotView> slots, Guid patient) => (_floor, _staff, _slots, _patient) = (floor, staff, slots, patient);

    /// <summary>Requests that were answered, refusals for want of a free slot among them.</summary>
    public int Answers => _told.Count;

    /// <summary>Requests that came to nothing, and were sent again.</summary>
    public int Unanswered => _unanswered;

    /// <summary>Answers that said it was the house's fault.</summary>
    public IReadOnlyCollection<Refusal> Refusals => _refusals;

    public int CallsMade => _phones.Count;

    /// <param name="nodes">The servers that bookings go to; none: the first.</param>
    public static async Task<BusyDay> Begin(Floor floor, params string[] nodes)
    {
        var staff = await Task.WhenAll((nodes is [] ? [floor.Address] : nodes)
            .Select(async node => new BookingClient(await floor.SignInOverHttp("cabinet", node), DemoPractice.Id, null)));
        var created = await staff[0].Post("patients", new SavePatient("Durand", "Amélie", null, new DateOnly(1980, 5, 4), [], null, null, []));
        var patient = (await BookingClient.Read<PatientView>(created)).PatientId;
        return new BusyDay(floor, staff, [.. await staff[0].Slots("consultation", "dr-martin")], patient);
    }

    /// <summary>Books, and gives one in three back, as fast as answers come.</summary>
    public async Task Books(Random chance, CancellationToken over)
    {
        for (var turn = 0; !over.IsCancellationRequested; turn++)
        {
            var staff = _staff[turn % _staff.Length];
            var booked = await Ask(staff, "appointments", staff.Form(_slots[chance.Next(_slots.Count)], "consultation", _patient) with { Justification = "test" });
            if (booked.Status != HttpStatusCode.Created || chance.Next(3) > 0)
                continue;
            var id = booked.View.AppointmentId;
            var cancelled = await Ask(staff, $"appointments/{id}/cancel", new CancelAppointment(null, booked.View.Version, null));
            Assert.That(cancelled.Status, Is.EqualTo(HttpStatusCode.OK), cancelled.Answer);
        }
    }

    /// <summary>Calls, talks for a few seconds when somebody answers, and calls again.</summary>
    public async Task Calls(int number, Random chance, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var phone = _floor.Simulator.Dial($"+3361234580{number}", Floor.Line);
            _phones.Add(phone);
            try
            {
                await phone.Hears("tapez 1", TimeSpan.FromSeconds(8));
                phone.Press("1");
                await phone.IsTogether(TimeSpan.FromSeconds(15));
                await Task.Delay(chance.Next(500, 4_000), CancellationToken.None);
            }
            catch (TimeoutException)
            {
                // Nobody answered her call: the house could not just then.
            }

            if (phone.Leg is { IsOver: false })
                phone.HangUp();
            await Task.Delay(chance.Next(100, 500), CancellationToken.None);
        }
    }

    /// <summary>To be asked when everybody has stopped.</summary>
    public async Task BookingsAreThoseTold(int atLeast)
    {
        var booked = _told.Where(t => t.Status == HttpStatusCode.Created).Select(t => t.View.AppointmentId).ToList();
        var cancelled = _told.Where(t => t.Path != "appointments").Select(t => t.View.AppointmentId).ToHashSet();
        Assert.That(booked, Has.Count.GreaterThanOrEqualTo(atLeast), "too little was booked for this to mean anything");
        var rows = (await RaceHouse.IsSound(_floor.Store)).ToDictionary(a => a.Id.Value, a => a.State);
        Assert.That(rows.Keys, Is.EquivalentTo(booked), "each booking told stands, and no other");
        foreach (var id in booked)
            Assert.That(rows[id] == AppointmentState.Cancelled, Is.EqualTo(cancelled.Contains(id)));
        foreach (var told in _told)
        {
            var again = await _staff[0].Post(told.Path, told.Body, told.Key);
            Assert.That((again.StatusCode, await again.Content.ReadAsStringAsync()), Is.EqualTo((told.Status, told.Answer)));
        }
    }

    /// <summary>Every call comes to its end, what it talked is what physically happened, and no offer stays open. The vendor is asked at once instead of in minutes.</summary>
    public async Task CallsAreSettled()
    {
        await Floor.Eventually(() => Open().GetAwaiter().GetResult().Count == 0, "every call's end", 120);
        // The offer of a call that is over is closed by the next pass of routing, within a second on a machine that is not pressed.
        await Floor.Eventually(() => Pending().GetAwaiter().GetResult() == 0, "every offer's end", 60);
        await Floor.Eventually(() => Wrong().GetAwaiter().GetResult().Count == 0, "the seconds that were talked: " + string.Join(", ", await Wrong()), 60);
        Assert.That(_phones.Count(p => p.Leg is { } leg && _floor.Simulator.Truth.TalkSeconds(leg.Sid) > 0), Is.GreaterThan(0), "nobody talked");

        Task<int> Pending() => _floor.Store.Read((db, token) => db.Set<Offer>().CountAsync(o => o.State == OfferState.Pending, token), default);

        async Task<List<CallState>> Open()
        {
            await _floor.AskVendorNow();
            return await _floor.Store.Read((db, token) => db.Set<CallRecord>().Where(c => c.State != CallState.Closed).Select(c => c.State).ToListAsync(token), default);
        }

        async Task<List<string>> Wrong()
        {
            var metered = await _floor.Store.Read(
                (db, token) => (from call in db.Set<CallRecord>() join usage in db.Set<MeteredCall>() on call.Id equals usage.CallId select new { call.CallerLeg, usage.TalkSeconds })
                    .ToListAsync(token), default);
            return [.. metered.Where(m => m.TalkSeconds != _floor.Simulator.Truth.TalkSeconds(m.CallerLeg))
                .Select(m => $"{m.CallerLeg}: {m.TalkSeconds} s, truth {_floor.Simulator.Truth.TalkSeconds(m.CallerLeg)} s")];
        }
    }

    /// <summary>Asks until there is an answer, always under the same key.</summary>
    private async Task<Told> Ask(BookingClient staff, string path, object body)
    {
        var key = Guid.NewGuid();
        while (true)
        {
            try
            {
                var answer = await staff.Post(path, body, key);
                if ((int)answer.StatusCode < 500)
                {
                    var told = new Told(path, body, key, answer.StatusCode, await answer.Content.ReadAsStringAsync());
                    _told.Add(told);
                    return told;
                }
                _refusals.Add(await Refusal.Of(answer));
            }
            catch (HttpRequestException)
            {
            }

            Interlocked.Increment(ref _unanswered);
            await Task.Delay(50);
        }
    }

    /// <summary>What the house said when it could not.</summary>
    internal sealed record Refusal(HttpStatusCode Status, string? Code, TimeSpan? RetryAfter)
    {
        public bool IsClear => this is { Status: HttpStatusCode.ServiceUnavailable, Code: RequestProblems.Unavailable, RetryAfter.TotalSeconds: >= 1 and <= 10 };

        public static async Task<Refusal> Of(HttpResponseMessage answer) => new(answer.StatusCode, await answer.ProblemCode(), answer.Headers.RetryAfter?.Delta);
    }

    /// <summary>What was asked under a key, and the answer.</summary>
    private sealed record Told(string Path, object Body, Guid Key, HttpStatusCode Status, string Answer)
    {
        public AppointmentView View => JsonSerializer.Deserialize<AppointmentView>(Answer, TestJson.Options)!;
    }
}
