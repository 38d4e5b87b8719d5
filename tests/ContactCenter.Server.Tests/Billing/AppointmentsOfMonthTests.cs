using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Booking.Rows;
using ContactCenter.Server.Storage;
using NodaTime;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>Which appointments are charged, from the calendar as it was written.</summary>
[TestFixture(DatabaseEngine.Sqlite)]
[TestFixture(DatabaseEngine.PostgreSql)]
internal sealed class AppointmentsOfMonthTests(DatabaseEngine engine)
{
    private static readonly Instant Booking = Instant.FromUtc(2026, 9, 8, 9, 0);
    private static readonly Instant Visit = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly CallId First = new(Guid.CreateVersion7());
    private static readonly CallId Second = new(Guid.CreateVersion7());

    private BillingHouse _house = null!;
    private PracticeId _practice;

    [SetUp]
    public async Task Open()
    {
        _house = new BillingHouse(engine);
        _practice = await _house.AddPractice("a");
    }

    [TearDown]
    public async Task Shut() => await _house.DisposeAsync();

    [Test]
    public async Task A_move_in_a_later_call_is_work_of_its_own_and_back_again_too()
    {
        await Book(First, (Second, 1), (new CallId(Guid.CreateVersion7()), 0));
        Assert.That(await Judged(), Is.EqualTo(new[] { AppointmentCharge.Charged, AppointmentCharge.Charged, AppointmentCharge.Charged }));
    }

    [Test]
    public async Task A_move_in_the_call_that_booked_it_is_one_appointment()
    {
        await Book(First, (First, 1));
        Assert.That(await Judged(), Is.EqualTo(new[] { AppointmentCharge.MovedInSameCall, AppointmentCharge.Charged }));
    }

    [Test]
    public async Task The_practice_s_own_moves_cost_nothing()
    {
        await Book(First, (null, 1));
        Assert.That(await Judged(), Is.EqualTo(new[] { AppointmentCharge.Charged }));
    }

    [Test]
    public async Task An_appointment_of_the_practice_that_an_agent_moves_is_her_work()
    {
        await Book(null, (Second, 1));
        Assert.That(await Judged(), Is.EqualTo(new[] { AppointmentCharge.Charged }));
    }

    [TestCase(CancelledFor.Us, AppointmentCharge.CancelledByUs)]
    [TestCase(CancelledFor.Patient, AppointmentCharge.Charged)]
    [TestCase(CancelledFor.Practice, AppointmentCharge.Charged)]
    public async Task What_we_cancelled_for_our_own_mistake_is_not_charged(CancelledFor why, AppointmentCharge charge)
    {
        await Book(First, why);
        Assert.That(await Judged(), Is.EqualTo(new[] { charge }));
    }

    [Test]
    public async Task A_move_in_another_month_is_charged_in_its_own()
    {
        await Book(First, null, at: Duration.FromDays(30), (Second, 1));
        Assert.That(await Judged(BillingHouse.September), Has.Count.EqualTo(2), "the rating keeps to what lies within");
        Assert.That(await Charged(BillingHouse.September), Is.EqualTo(1));
        Assert.That(await Charged(BillingHouse.October), Is.EqualTo(1));
    }

    private Task Book(CallId? call, params (CallId? Call, int Later)[] moves) => Book(call, null, Duration.FromHours(1), moves);

    private Task Book(CallId call, CancelledFor why) => Book(call, why, Duration.FromHours(1));

    private Task Book(CallId? call, CancelledFor? why, Duration at, params (CallId? Call, int Later)[] moves) => _house.Host.Store.Write(
        (db, _) =>
        {
            var last = Visit + Duration.FromHours(moves.Length == 0 ? 0 : moves[^1].Later);
            var row = new Appointment
            {
                PracticeId = _practice, Id = new AppointmentId(Guid.CreateVersion7()), PatientId = new PatientId(Guid.CreateVersion7()), PractitionerId = new("dr-martin"),
                ReasonId = new("consultation"), Start = last, End = last + Duration.FromMinutes(15), CallId = call, BookedBy = Guid.CreateVersion7(), BookedAt = Booking,
                Rules = "cabinet@1#0", CancelledFor = why, State = why is null ? AppointmentState.Booked : AppointmentState.Cancelled,
            };
            db.Add(row);
            db.Add(Event(row, AgendaEventKind.Booked, call, Booking, Visit));
            for (var i = 0; i < moves.Length; i++)
                db.Add(Event(row, AgendaEventKind.MovedIn, moves[i].Call, Booking + (at * (i + 1)), Visit + Duration.FromHours(moves[i].Later)));
            return Task.CompletedTask;
        },
        default);

    private static AgendaEvent Event(Appointment row, AgendaEventKind kind, CallId? call, Instant at, Instant start) => new()
    {
        PracticeId = row.PracticeId, Id = Guid.CreateVersion7(), Kind = kind, At = at, ResourceId = ResourceId.Of(row.PractitionerId), Subject = row.Id.Value,
        Start = start, End = start + Duration.FromMinutes(15), CallId = call,
    };

    private async Task<List<AppointmentCharge>> Judged(YearMonth? month = null) =>
        [.. BillableAppointments.Judge((await Usage(month ?? BillingHouse.September)).Appointments).Select(j => j.Charge)];

    private async Task<long> Charged(YearMonth month)
    {
        var tariff = ((TariffShelf)_house.Host.Services.GetService(typeof(TariffShelf))!).Book.InForce("essentiel", new(2026, 9, 1))!;
        return Rating.Rate(tariff, BillingPeriod.Of(month, DateTimeZoneProviders.Tzdb["Europe/Paris"]), HolidayRegion.Metropole, await Usage(month))
            .Where(l => l.Key.Contains("rendez-vous", StringComparison.Ordinal)).Sum(l => l.Quantity);
    }

    private Task<MonthUsage> Usage(YearMonth month) => _house.Host.Store.Read(
        (db, token) => UsageOfMonth.Read(db, _practice, BillingPeriod.Of(month, DateTimeZoneProviders.Tzdb["Europe/Paris"]), token), default);
}
