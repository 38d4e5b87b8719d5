using System.Security.Claims;
using System.Text.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Patients;
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
/// Fills the calendar around today as the practice itself would have: each appointment is booked by the product's own code at an hour before
/// it, and marked after it, when <c>Demo:Agenda</c> is true. What the practice's rules refuse, such as a holiday, stays out.
/// </summary>
internal sealed class DemoAgenda
{
    private static readonly JsonSerializerOptions Json = MakeJson();

    private static readonly ClaimsPrincipal Staff = new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, $"{DemoPeople.All.Single(p => p.Roles.Contains(Roles.PracticeStaff)).Id}"),
            new Claim(ClaimTypes.Role, Roles.PracticeStaff), new Claim(SignedInUser.CultureClaim, "fr-FR"),
        ],
        "demo"));

    private readonly SetClock _clock = new();
    private readonly IClock _now;
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[DemoPractice.Lilas.TimeZone];
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

    /// <param name="patients">In the order of <see cref="DemoPatients.All"/>.</param>
    public async Task Fill(IReadOnlyList<PatientId> patients)
    {
        var now = _now.GetCurrentInstant();
        var monday = now.InZone(_zone).Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        await RulesWereInForce(DemoVisits.Around(monday).Min(v => v.Start).PlusDays(-30));
        foreach (var visit in DemoVisits.Around(monday).OrderBy(v => v.Start))
            await Add(visit, patients[visit.Patient], now);
        var (first, last) = DemoVisits.Absence(monday);
        _clock.Now = now;
        await _absences.Enter(
            DemoPractice.Id.Value, new EnterAbsence(DemoVisits.AbsentPractitioner, first.ToDateTimeUnspecified(), last.ToDateTimeUnspecified(), "Formation"), NextKey(), Staff, CancellationToken.None);
    }

    // A practice that has a past had its rules then: the replay of its agenda shows their openings.
    private Task RulesWereInForce(LocalDateTime since) => _store.Write(
        (db, _) =>
        {
            if (_library.Current.For(DemoPractice.Lilas.Slug)?.Booking is { } book)
            {
                var path = _library.Current.Bundles[book.Version].Own.Path;
                db.Add(new ScriptTerm { Path = path, Number = 1, Hash = book.Version.Hash, Since = Instant.FromDateTimeOffset(At(since)) });
            }

            return Task.CompletedTask;
        },
        default);

    private async Task Add(DemoVisit visit, PatientId patient, Instant now)
    {
        var start = Instant.FromDateTimeOffset(At(visit.Start));
        // Three days ahead she called, or this very moment for what is further away than that.
        _clock.Now = Instant.Min(start - Duration.FromDays(3), now);
        var form = new BookAppointment(
            null, null, visit.Reason, visit.Practitioner, At(visit.Start), patient.Value, visit.Note, "Vu avec le médecin", PatientIsNew: visit.IsNew, HasReferral: true);
        if (await _book.Handle(DemoPractice.Id.Value, form, NextKey(), Staff, CancellationToken.None) is not ContentHttpResult { StatusCode: StatusCodes.Status201Created } booked)
            return;
        var view = JsonSerializer.Deserialize<AppointmentView>(booked.ResponseContent!, Json)!;
        var end = Instant.FromDateTimeOffset(view.End);
        if (end > now)
            return;
        _clock.Now = end;
        var marked = visit.WasMissed
            ? _mark.NoShow(DemoPractice.Id.Value, view.AppointmentId, new MarkAppointment(view.Version), NextKey(), Staff, CancellationToken.None)
            : _mark.Fulfil(DemoPractice.Id.Value, view.AppointmentId, new MarkAppointment(view.Version), NextKey(), Staff, CancellationToken.None);
        await marked;
    }

    private DateTimeOffset At(LocalDateTime local) => _zone.AtLeniently(local).ToDateTimeOffset();

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
