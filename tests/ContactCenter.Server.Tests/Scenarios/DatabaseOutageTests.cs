using System.Collections.Concurrent;
using System.Net;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using ContactCenter.TwilioSimulator.Driving;
using ContactCenter.TwilioSimulator.Voice;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Scenarios;

/// <summary>PostgreSQL breaks off in mid-work (<c>stop -m immediate</c>) and comes back; the server goes on all the while.</summary>
[CancelAfter(3_600_000)]
internal sealed class DatabaseOutageTests
{
    private const int Bookers = 4;
    private const int Callers = 3;
    private const string RescueNumbers = "composez le 15 ou le 112";

    // Twice what is promised: the machine has other work.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(6);
    private const int ReadyWithinSeconds = 10;
    private static readonly int Outages = RaceHouse.IsNightly ? 20 : 2;

    private PostgreSqlServer _postgres = null!;
    private Floor _floor = null!;
    private WebhookWatch _webhooks = null!;

    [SetUp]
    public async Task Open()
    {
        _postgres = await PostgreSqlServer.Begin();
        _floor = await Floor.OpenOn(_postgres, ("Emergency:AnswerWithin", "2.5"));
        _webhooks = new WebhookWatch(_floor.Simulator);
    }

    [TearDown]
    public async Task Close()
    {
        if (_webhooks is not null)
            await _webhooks.DisposeAsync();
        if (_floor is not null)
            await _floor.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }

    [Test]
    public async Task Nothing_that_was_answered_is_lost_and_every_caller_is_answered()
    {
        var seed = RaceHouse.Seed("outages");
        var chance = new Random(seed);
        var day = await BusyDay.Begin(_floor);
        using var over = new CancellationTokenSource();
        var agents = new[] { await _floor.SignIn("claire"), await _floor.SignIn("nadia") };
        var serving = agents.Select(a => a.Serves(over.Token)).ToList();
        Task[] busy =
        [
            .. Enumerable.Range(0, Bookers).Select(n => day.Books(new Random(seed + n), over.Token)),
            .. Enumerable.Range(0, Callers).Select(n => day.Calls(n, new Random(seed + n), over.Token)),
        ];

        for (var outage = 0; outage < Outages; outage++)
        {
            var before = day.Answers;
            await Floor.Eventually(() => day.Answers > before + Bookers && (outage % 2 == 0 || agents.Any(a => a.View.Call is { Phase: CallPhase.Talking })), "work under way", 120);
            await Task.Delay(chance.Next(200, 2_000));
            await _postgres.BreakOff();
            await Task.Delay(chance.Next(200, 2_000));
            await _postgres.Start();
            await IsReadyAgain();
        }

        var after = day.Answers;
        await Floor.Eventually(() => day.Answers > after + Bookers, "work as before", 60);
        await over.CancelAsync();
        await Task.WhenAll([.. busy, .. serving]);
        TestContext.Out.WriteLine($"{day.Answers} answers, {day.Unanswered} requests without one; {day.CallsMade} calls, {_webhooks.Documents.Count} documents, {_webhooks.Confirmed.Count} notices");
        Assert.That(day.Refusals, Is.Not.Empty, "no request was under way at any outage: nothing proved");
        Assert.That(day.Refusals.Where(r => !r.IsClear).Distinct(), Is.Empty);
        await day.BookingsAreThoseTold(atLeast: Outages + 1);
        using var closing = new CancellationTokenSource();
        var finishing = agents.Select(a => a.Serves(closing.Token)).ToList();
        await day.CallsAreSettled();
        await closing.CancelAsync();
        await Task.WhenAll(finishing);
        await WhatWasConfirmedIsWrittenDown();
        EveryDocumentCame();
    }

    [Test]
    public async Task With_the_database_gone_emergencies_find_their_way_and_who_waits_keeps_her_place()
    {
        var claire = await _floor.SignIn("claire", ready: false);
        var staff = new BookingClient(await _floor.SignInOverHttp("cabinet"), DemoPractice.Id, null);
        var patient = (await BookingClient.Read<PatientView>(await staff.Post("patients", new SavePatient("Durand", "Amélie", null, new DateOnly(1980, 5, 4), [], null, null, [])))).PatientId;
        var wish = staff.Form((await staff.Slots("consultation", "dr-martin"))[0], "consultation", patient) with { Justification = "test" };
        var rescued = new ConcurrentQueue<Leg>();
        _floor.Simulator.Put("15", ScriptedPhone.That(leg => { rescued.Enqueue(leg); return LegState.InProgress; }));
        var ownPhone = _floor.Simulator.Put("+33180000002", ScriptedPhone.Answers());
        var waiting = await _floor.PatientWantsAppointment("+33612345601");
        var worseWhileWaiting = await _floor.PatientWantsAppointment("+33612345602");
        var inMenu = _floor.Simulator.Dial("+33612345603", Floor.Line);
        await inMenu.Hears("tapez 1");
        foreach (var phone in new[] { waiting, worseWhileWaiting })
            await Floor.Eventually(() => phone.Heard.Any(h => h.Kind == "play"), "hold music");

        await _postgres.BreakOff();
        inMenu.Press("0");
        await Floor.Eventually(() => rescued.Count == 1, "the rescue of the caller in the menu");
        await inMenu.IsTogether();
        await worseWhileWaiting.Hears(RescueNumbers);
        worseWhileWaiting.Press("0");
        await Floor.Eventually(() => rescued.Count == 2, "the rescue of the caller in the queue");
        await worseWhileWaiting.IsTogether();
        var newcomer = _floor.Simulator.Dial("+33612345604", Floor.Line);
        await newcomer.Hears(RescueNumbers);
        await newcomer.IsTogether();
        Assert.That(ownPhone.Leg, Is.Not.Null, "the practice's own line takes her");
        await waiting.Hears(RescueNumbers);
        var key = Guid.NewGuid();
        var refused = await staff.Post("appointments", wish, key);
        Assert.That(await BusyDay.Refusal.Of(refused), Has.Property(nameof(BusyDay.Refusal.IsClear)).True);
        Assert.That((await Status("/health/ready"), await Status("/health/live")), Is.EqualTo((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK)));
        Assert.That(waiting.Leg!.IsOver, Is.False, "she is kept on the line");

        await _postgres.Start();
        await IsReadyAgain();
        await BookingClient.Read<AppointmentView>(await staff.Post("appointments", wish, key));
        await claire.GetReady();
        await claire.Answers();
        await waiting.IsTogether();
        foreach (var phone in new[] { waiting, worseWhileWaiting, inMenu, newcomer })
            phone.HangUp();
        await claire.WrapsUp();
        Assert.That(await Calls(), Is.EqualTo(3), "of the newcomer the practice itself knows");
        EveryDocumentCame();
    }

    /// <summary>Nothing is refused, nothing answers: as when a server falls off the network, or somebody locks a table by hand.</summary>
    [Test]
    public async Task A_database_that_keeps_everybody_waiting_is_not_waited_for_by_callers()
    {
        await using var lockedBy = new Npgsql.NpgsqlConnection(_floor.ConnectionString);
        await lockedBy.OpenAsync();
        await using var transaction = await lockedBy.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("LOCK TABLE \"Calls\"", lockedBy, transaction))
            await hold.ExecuteNonQueryAsync();
        var rescue = _floor.Simulator.Put("15", ScriptedPhone.Answers());

        var caller = _floor.Simulator.Dial("+33612345603", Floor.Line);
        await caller.Hears(RescueNumbers);

        await transaction.RollbackAsync();
        caller.HangUp();
        var next = _floor.Simulator.Dial("+33612345603", Floor.Line);
        await next.Hears("tapez 1");
        next.Press("0");
        await Floor.Eventually(() => rescue.Leg is not null, "rescue");
        EveryDocumentCame();
    }

    private Task IsReadyAgain() => Floor.Eventually(() => Status("/health/ready").GetAwaiter().GetResult() == HttpStatusCode.OK, "a server that is ready again", ReadyWithinSeconds);

    private async Task<HttpStatusCode> Status(string path)
    {
        using var http = _floor.Client();
        return (await http.GetAsync(path)).StatusCode;
    }

    private void EveryDocumentCame()
    {
        var documents = _webhooks.Documents;
        Assert.That(documents, Is.Not.Empty);
        Assert.That(documents.Where(d => d.Answer != 200).Select(d => $"{d.Url}: {d.Answer} {d.Failure}"), Is.Empty);
        Assert.That(documents.Where(d => d.Milliseconds > AnswerWithin.TotalMilliseconds).Select(d => $"{d.Url}: {d.Milliseconds} ms"), Is.Empty);
        Assert.That(_floor.Simulator.Board.Faults, Is.Empty, "what the telephone network could not carry out");
    }

    // A notice that was confirmed does not come again: who loses it loses it for good.
    private async Task WhatWasConfirmedIsWrittenDown()
    {
        var facts = (await _floor.Store.Read((db, token) => db.Set<CallFact>().Select(f => f.Key).ToListAsync(token), default)).ToHashSet();
        var known = (await _floor.Store.Read((db, token) => db.Set<CallRecord>().Select(c => c.CallerLeg).ToListAsync(token), default)).ToHashSet();
        var lost = _webhooks.Confirmed.Where(e => e.Url.EndsWith("/status", StringComparison.Ordinal) && known.Contains(e.Form["CallSid"]))
            .Select(e => $"leg:{e.Form["CallSid"]}:{e.Form.GetValueOrDefault("CallbackSource")}:{e.Form.GetValueOrDefault("SequenceNumber")}:{e.Form["CallStatus"]}")
            .Concat(_webhooks.Confirmed.Where(e => e.Url.EndsWith("/conference", StringComparison.Ordinal) && e.Form.ContainsKey("ParticipantLabel"))
                .Select(e => $"conference:{e.Form["ConferenceSid"]}:{e.Form["SequenceNumber"]}:{e.Form["StatusCallbackEvent"]}"))
            .Where(key => !facts.Contains(key)).ToList();
        Assert.That(lost, Is.Empty);
    }

    private Task<int> Calls() => _floor.Store.Read((db, token) => db.Set<CallRecord>().CountAsync(token), default);
}
