using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Patients;

/// <summary>A booked session counts against the plan of its case, a cancelled one is given back: each exactly once.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(300_000)]
internal sealed class TreatmentPlanBookingTests(DatabaseEngine engine)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

    private BookingHouse _house = null!;
    private BookingClient[] _clients = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await RaceHouse.Open(engine);
        _clients = await RaceHouse.Clients(_house, engine, 6);
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task The_same_booking_and_cancellation_sent_again_and_again_count_once()
    {
        var plan = await Opened(new SavePlan(3, VisitReasonId: RaceHouse.Visit));
        var (book, cancel) = (Guid.NewGuid(), Guid.NewGuid());
        var booked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _clients[0].Book(Slot(0), RaceHouse.Visit, _house.Patient, book)));
        Assert.That(booked.Select(b => b.StatusCode), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(await Sessions(plan), Is.EqualTo((0, 1, 2)));
        var appointment = await BookingClient.Read<AppointmentView>(booked[0]);
        var form = new CancelAppointment(_clients[0].Call, appointment.Version, null);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _clients[0].Post($"appointments/{appointment.AppointmentId}/cancel", form, cancel)));
        Assert.That(await Sessions(plan), Is.EqualTo((0, 0, 3)));
        await _clients[0].Book(Slot(0), RaceHouse.Visit, _house.Patient, book);
        Assert.That(await Sessions(plan), Is.EqualTo((0, 0, 3)), "an old key takes no session again");
    }

    [Test]
    public async Task Of_many_who_want_the_last_session_at_once_one_has_it()
    {
        var plan = await Opened(new SavePlan(1, VisitReasonId: RaceHouse.Visit));
        var answers = await Task.WhenAll(_clients.Select((c, n) => c.Book(Slot(n), RaceHouse.Visit, _house.Patient)));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            Assert.That(await refused.ProblemCode(), Is.EqualTo(BookingProblems.PlanDoesNotCover));
        Assert.That(await Sessions(plan), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task A_written_reason_outweighs_a_plan_that_is_used_up()
    {
        var plan = await Opened(new SavePlan(1, VisitReasonId: RaceHouse.Visit));
        await _clients[0].Book(Slot(0), RaceHouse.Visit, _house.Patient);
        var form = _clients[0].Form(Slot(1), RaceHouse.Visit, _house.Patient) with { Justification = "ordonnance de prolongation en route" };
        Assert.That((await _clients[0].Post("appointments", form)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await Sessions(plan), Is.EqualTo((0, 2, 0)));
    }

    [Test]
    public async Task A_booking_hangs_on_the_case_it_names_and_not_on_a_closed_or_foreign_one()
    {
        var knee = await Opened(new SavePlan(5));
        await Opened(new SavePlan(5));
        await _clients[0].Book(Slot(0), RaceHouse.Visit, _house.Patient);
        Assert.That(await Sessions(knee), Is.EqualTo((0, 0, 5)), "no plan names the reason, so nothing is guessed");
        var form = _clients[0].Form(Slot(1), RaceHouse.Visit, _house.Patient) with { CaseId = knee.CaseId };
        Assert.That((await _clients[0].Post("appointments", form)).StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await Sessions(knee), Is.EqualTo((0, 1, 4)));
        var closed = new SaveCase("Genou", IsClosed: true, Version: knee.Version);
        await _clients[0].Http.PutAsJsonAsync($"{_clients[0].Root}/patients/{_house.Patient}/cases/{knee.CaseId}", closed, TestJson.Options);
        Assert.That((await _clients[0].Post("appointments", form with { Start = Slot(2).Start })).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task A_session_that_took_place_is_used_and_a_missed_one_is_given_back()
    {
        var plan = await Opened(new SavePlan(5, VisitReasonId: RaceHouse.Visit));
        List<AppointmentView> booked = [];
        for (var n = 0; n < 2; n++)
            booked.Add(await BookingClient.Read<AppointmentView>(await _clients[0].Book(Slot(n), RaceHouse.Visit, _house.Patient)));
        _house.Time.Advance(TimeSpan.FromDays(2));
        var staff = await _house.Staff();
        await staff.Post($"appointments/{booked[0].AppointmentId}/fulfil", new MarkAppointment(booked[0].Version));
        await staff.Post($"appointments/{booked[1].AppointmentId}/no-show", new MarkAppointment(booked[1].Version));
        Assert.That(await Sessions(plan, staff), Is.EqualTo((1, 0, 4)));
    }

    [Test]
    public async Task A_session_is_not_moved_past_the_last_day_of_its_plan_without_a_written_reason()
    {
        await Opened(new SavePlan(5, LastDay: new DateOnly(2026, 11, 25), VisitReasonId: RaceHouse.Visit));
        var booked = await BookingClient.Read<AppointmentView>(await _clients[0].Book(Slot(0), RaceHouse.Visit, _house.Patient));
        var form = new MoveAppointment(_clients[0].Call, null, "p1", Tuesday.AddDays(2), booked.Version);
        var refused = await Move(booked, form);
        Assert.That((refused.StatusCode, await refused.ProblemCode()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, BookingProblems.PlanDoesNotCover)));
        var within = await BookingClient.Read<AppointmentView>(await Move(booked, form with { Start = Tuesday.AddDays(1) }));
        var past = await BookingClient.Read<AppointmentView>(await Move(within, form with { Version = within.Version, Justification = "prolongation en route" }));
        Assert.That((await Move(past, form with { Version = past.Version, Start = Tuesday.AddDays(3) })).StatusCode, Is.EqualTo(HttpStatusCode.OK), "the reason was given");
    }

    private Task<HttpResponseMessage> Move(AppointmentView appointment, MoveAppointment form) => _clients[0].Post($"appointments/{appointment.AppointmentId}/move", form);

    private async Task<CaseView> Opened(SavePlan plan) =>
        await BookingClient.Read<CaseView>(await _clients[0].Post($"patients/{_house.Patient}/cases", new SaveCase("Genou droit", "post-opératoire", "Mutuelle 12", plan)));

    private async Task<(int Used, int Planned, int Remaining)> Sessions(CaseView opened, BookingClient? client = null)
    {
        var file = await (client ?? _clients[0]).Get<PatientFile>($"patients/{_house.Patient}/file");
        var plan = file.Cases.Single(c => c.CaseId == opened.CaseId).Plan!;
        return (plan.Used, plan.Planned, plan.Remaining);
    }

    private static SlotView Slot(int n) => RaceHouse.Slot(RaceHouse.Practitioners[n % RaceHouse.Practitioners.Count], Tuesday.AddMinutes(n * 20));
}
