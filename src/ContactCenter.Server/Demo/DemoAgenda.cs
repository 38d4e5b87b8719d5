using System.Security.Claims;
using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Reading.Neighbours;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Storage.Sealing;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>
/// Fills a calendar around today as the practice itself would have: each appointment is booked by the product's own code at an hour before
/// it, and marked after it, when <c>Demo:Agenda</c> is true. Nobody comes on a public holiday, and what the practice's rules refuse stays out.
/// </summary>
internal sealed class DemoAgenda
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    private readonly SetClock _clock = new();
    private readonly IClock _now;
    private readonly Book _book;
    private readonly Mark _mark;
    private readonly Absences _absences;
    private readonly ScriptLibrary _library;
    private readonly Store _store;
    private int _keys;

    public DemoAgenda(IServiceProvider services, ScriptLibrary library, OnceOnly once, AgendaSignals agendas, IClock now)
    {
        (_now, _library, _store) = (now, library, services.GetRequiredService<Store>());
        var scenes = new BookingScenes(library, _clock);
        var writes = new CalendarWrites(scenes, new NeighbourPractices(library), once, agendas);
        var views = services.GetRequiredService<AppointmentViews>();
        _book = new Book(writes, services.GetRequiredService<PatientFactsReader>(), services.GetRequiredService<AppointmentEntry>(), views);
        _mark = new Mark(writes, services.GetRequiredService<ChangeAppointment>());
        _absences = new Absences(writes, views, services.GetRequiredService<Store>(), services.GetRequiredService<Sealer>(), scenes);
    }

    /// <param name="patients">In the order of <see cref="DemoClient.Patients"/>.</param>
    public async Task Fill(DemoClient client, IReadOnlyList<PatientId> patients)
    {
        var now = _now.GetCurrentInstant();
        var monday = now.InZone(client.Zone).Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        await RulesWereInForce(client, client.Visits(monday).Min(v => v.Start).PlusDays(-30));
        foreach (var visit in client.Visits(monday).Where(v => FrenchHolidays.On(v.Start.Date, client.Practice.Region) is null).OrderBy(v => v.Start))
            await Add(client, visit, patients[visit.Patient], now);
        _clock.Now = now;
        if (client.Absence?.Invoke(monday) is { } absence)
            await _absences.Enter(
                client.Practice.Id.Value, new EnterAbsence(absence.Practitioner, absence.First.ToDateTimeUnspecified(), absence.Last.ToDateTimeUnspecified(), absence.Why),
                NextKey(), StaffOf(client), CancellationToken.None);
    }

    private static ClaimsPrincipal StaffOf(DemoClient client) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, $"{client.Staff.Id}"), new Claim(ClaimTypes.Role, Roles.PracticeStaff), new Claim(SignedInUser.CultureClaim, "fr-FR"),
        ],
        "demo"));

    // A practice that has a past had its rules then: the replay of its agenda shows their openings.
    private Task RulesWereInForce(DemoClient client, LocalDateTime since) => _store.Write(
        (db, _) =>
        {
            if (_library.Current.For(client.Practice.Slug)?.Booking is { } book)
            {
                var path = _library.Current.Bundles[book.Version].Own.Path;
                db.Add(new ScriptTerm { Path = path, Number = 1, Hash = book.Version.Hash, Since = Instant.FromDateTimeOffset(At(client, since)) });
            }

            return Task.CompletedTask;
        },
        default);

    private async Task Add(DemoClient client, DemoVisit visit, PatientId patient, Instant now)
    {
        var (practice, staff) = (client.Practice.Id.Value, StaffOf(client));
        var start = Instant.FromDateTimeOffset(At(client, visit.Start));
        // Three days ahead she called, or this very moment for what is further away than that.
        _clock.Now = Instant.Min(start - Duration.FromDays(3), now);
        var form = new BookAppointment(
            null, null, visit.Reason, visit.Practitioner, At(client, visit.Start), patient.Value, visit.Note, "Vu avec le médecin", PatientIsNew: visit.IsNew, HasReferral: true);
        if (await _book.Handle(practice, form, NextKey(), staff, CancellationToken.None) is not ContentHttpResult { StatusCode: StatusCodes.Status201Created } booked)
            return;
        var view = JsonSerializer.Deserialize<AppointmentView>(booked.ResponseContent!, Json)!;
        var end = Instant.FromDateTimeOffset(view.End);
        if (end > now)
            return;
        _clock.Now = end;
        var marked = visit.WasMissed
            ? _mark.NoShow(practice, view.AppointmentId, new MarkAppointment(view.Version), NextKey(), staff, CancellationToken.None)
            : _mark.Fulfil(practice, view.AppointmentId, new MarkAppointment(view.Version), NextKey(), staff, CancellationToken.None);
        await marked;
    }

    private static DateTimeOffset At(DemoClient client, LocalDateTime local) => client.Zone.AtLeniently(local).ToDateTimeOffset();

    private IdempotencyKey NextKey() => new(Guid.Parse($"0198c0de-0009-7000-8000-{++_keys:x12}"));

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HostingFeature.Json(options);
        return options;
    }

    private sealed class SetClock : IClock
    {
        public Instant Now { get; set; }

        public Instant GetCurrentInstant() => Now;
    }
}
