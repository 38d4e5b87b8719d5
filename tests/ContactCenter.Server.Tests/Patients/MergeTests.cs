using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Patients;

/// <summary>Near-duplicates are proposed; only a person merges them, and what was merged can be parted.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(300_000)]
internal sealed class MergeTests(DatabaseEngine engine)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateOnly Born = new(1980, 5, 4);

    private BookingHouse _house = null!;
    private BookingClient _claire = null!;
    private BookingClient _staff = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await RaceHouse.Open(engine);
        _claire = await _house.Takes();
        _staff = await _house.Staff();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task Those_who_may_be_one_are_proposed_and_relatives_and_namesakes_are_not()
    {
        var twin = await Created(new SavePatient("Durant", "Amelie", BirthDate: Born, EvenIfSimilar: true));
        await Created(new SavePatient("Durand", "Amélie", BirthDate: Born.AddYears(1), EvenIfSimilar: true));
        await Created(new SavePatient("Durand", "Hugo", BirthDate: Born, EvenIfSimilar: true));
        var proposed = await _staff.Get<List<DuplicateView>>("duplicates");
        Assert.That(proposed.Select(d => (d.One.PatientId, d.Other.PatientId)), Is.EqualTo([(_house.Patient, twin.PatientId)]));
        Assert.That(proposed[0].Because, Is.EqualTo(["SoundOfName", "BirthDate"]));
        Assert.That((await _claire.Http.GetAsync($"{_claire.Root}/duplicates")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_merge_carries_everything_over_and_its_undoing_gives_everything_back()
    {
        var twin = await Created(new SavePatient("Durant", "Amelie", BirthDate: Born, Phones: ["0612345678"], EvenIfSimilar: true));
        var own = await BookingClient.Read<AppointmentView>(await _claire.Book(RaceHouse.Slot("p1", Tuesday), RaceHouse.Visit, _house.Patient));
        var hers = await BookingClient.Read<AppointmentView>(await _claire.Book(RaceHouse.Slot("p2", Tuesday), RaceHouse.Visit, twin.PatientId));
        await _staff.Post($"patients/{twin.PatientId}/cases", new SaveCase("Genou"));
        await _staff.Post($"patients/{twin.PatientId}/account", new EnterOnAccount(AccountEntryKind.Correction, 1200));
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Merge(twin, key)));
        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(await Appointments(_house.Patient), Is.EquivalentTo([own.AppointmentId, hers.AppointmentId]));
        Assert.That((await _staff.Get<PatientFile>($"patients/{_house.Patient}/file")).Cases.Single().Label, Is.EqualTo("Genou"));
        Assert.That((await _staff.Get<AccountView>($"patients/{_house.Patient}/account")).Cents, Is.EqualTo(1200));
        Assert.That(await Found("0612345678"), Is.EqualTo([_house.Patient]), "her number leads to the one who stays");
        Assert.That((await _claire.Book(RaceHouse.Slot("p3", Tuesday), RaceHouse.Visit, twin.PatientId)).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        var merge = await BookingClient.Read<MergeView>(answers[0]);
        for (var n = 0; n < 2; n++)
            await _staff.Post($"merges/{merge.MergeId}/undo", new { });
        Assert.That(await Appointments(_house.Patient), Is.EqualTo([own.AppointmentId]));
        Assert.That(await Appointments(twin.PatientId), Is.EqualTo([hers.AppointmentId]));
        Assert.That((await _staff.Get<AccountView>($"patients/{twin.PatientId}/account")).Cents, Is.EqualTo(1200));
        Assert.That(await Found("0612345678"), Is.EqualTo([twin.PatientId]));
    }

    [Test]
    public async Task What_was_known_of_the_one_who_goes_shows_on_the_other_and_parting_takes_back_just_that()
    {
        var own = await Changed(_house.Patient, new SavePatient(
            "Durand", "Amélie", null, Born, [], null, "préfère le matin", [PatientFlag.ReducedMobility, PatientFlag.DoNotText], 1, Alert: "allergie pénicilline", MissingPapers: ["consentement"]));
        var twin = await Created(new SavePatient(
            "Durant", "Amelie", "Lefort", Born, ["0612345678"], "amelie@example.org", "porte un appareil", [PatientFlag.HardOfHearing, PatientFlag.DoNotText], EvenIfSimilar: true,
            Alert: "diabète", Guardian: "M. Paul Durand", PreferredContact: "après 18 h", MissingPapers: ["consentement", "ordonnance"]));
        var merge = await BookingClient.Read<MergeView>(await _staff.Post($"patients/{_house.Patient}/merge", new MergePatients(twin.PatientId, own.Version, twin.Version)));

        var merged = await Shown(_house.Patient);
        Assert.That((merged.Alert, merged.Guardian, merged.PreferredContact, merged.Email), Is.EqualTo(("allergie pénicilline / diabète", "M. Paul Durand", "après 18 h", "amelie@example.org")));
        Assert.That((merged.BirthFamilyName, merged.Notes), Is.EqualTo(("Lefort", "préfère le matin\nporte un appareil")));
        Assert.That(merged.MissingPapers, Is.EqualTo(["consentement", "ordonnance"]));
        Assert.That(merged.Flags, Is.EquivalentTo([PatientFlag.ReducedMobility, PatientFlag.DoNotText, PatientFlag.HardOfHearing]));
        Assert.That(await Named("Lefort"), Is.EqualTo([_house.Patient]), "her name of birth finds her");

        await Changed(_house.Patient, new SavePatient(
            merged.FamilyName, merged.GivenNames, merged.BirthFamilyName, Born, merged.Phones, merged.Email, "a déménagé", merged.Flags, merged.Version,
            Alert: merged.Alert, Guardian: merged.Guardian, PreferredContact: merged.PreferredContact, MissingPapers: merged.MissingPapers));
        await _staff.Post($"merges/{merge.MergeId}/undo", new { });
        var parted = await Shown(_house.Patient);
        Assert.That((parted.Alert, parted.Guardian, parted.PreferredContact, parted.Email, parted.BirthFamilyName), Is.EqualTo(("allergie pénicilline", (string?)null, (string?)null, (string?)null, (string?)null)));
        Assert.That(parted.Notes, Is.EqualTo("a déménagé"), "what was written since stays");
        Assert.That(parted.Flags, Is.EqualTo(own.Flags));
        Assert.That(parted.MissingPapers, Is.EqualTo(own.MissingPapers));
        Assert.That(parted.Phones, Is.Empty);
        var hers = await Shown(twin.PatientId);
        Assert.That((hers.Alert, hers.Guardian, hers.Notes), Is.EqualTo((twin.Alert, twin.Guardian, twin.Notes)));
        Assert.That(hers.Flags, Is.EqualTo(twin.Flags));
    }

    [Test]
    public async Task Each_merge_and_parting_is_in_the_trail_of_both()
    {
        var twin = await Created(new SavePatient("Durant", "Amelie", BirthDate: Born, EvenIfSimilar: true));
        var merge = await BookingClient.Read<MergeView>(await Merge(twin, Guid.NewGuid()));
        await _staff.Post($"merges/{merge.MergeId}/undo", new { });
        var trail = await _house.Store.Read((db, token) => db.Set<AuditRow>().OrderBy(a => a.Sequence).Select(a => new { a.Action, a.Patient, a.Role }).ToListAsync(token), default);
        foreach (var action in new[] { AuditAction.PatientsMerged, AuditAction.PatientsParted })
            Assert.That(trail.Where(a => a.Action == action && a.Role == Roles.PracticeStaff).Select(a => a.Patient).Distinct().Count(), Is.EqualTo(2), $"{action}");
    }

    [Test]
    public async Task Who_was_changed_meanwhile_is_not_merged()
    {
        var twin = await Created(new SavePatient("Durant", "Amelie", BirthDate: Born, EvenIfSimilar: true));
        var answer = await Merge(twin with { Version = twin.Version + 1 }, Guid.NewGuid());
        Assert.That((answer.StatusCode, await answer.ProblemCode()), Is.EqualTo((HttpStatusCode.Conflict, PatientProblems.Outdated)));
        Assert.That((await _staff.Get<List<MergeView>>("merges")), Is.Empty);
    }

    private Task<HttpResponseMessage> Merge(PatientView gone, Guid key) => _staff.Post($"patients/{_house.Patient}/merge", new MergePatients(gone.PatientId, 1, gone.Version), key);

    private async Task<PatientView> Created(SavePatient form) => await BookingClient.Read<PatientView>(await _staff.Post("patients", form));

    private async Task<PatientView> Shown(Guid patient) => await _staff.Get<PatientView>($"patients/{patient}");

    private async Task<PatientView> Changed(Guid patient, SavePatient form) =>
        await BookingClient.Read<PatientView>(await _staff.Http.PutAsJsonAsync($"{_staff.Root}/patients/{patient}", form, TestJson.Options));

    private async Task<IEnumerable<Guid>> Named(string name) =>
        (await BookingClient.Read<FoundPatients>(await _staff.Post("patients/search", new FindPatients(name)))).Patients.Select(p => p.PatientId);

    private async Task<IEnumerable<Guid>> Appointments(Guid patient) => (await _claire.Get<PatientAppointments>($"patients/{patient}/appointments")).Coming.Select(a => a.AppointmentId);

    private async Task<IEnumerable<Guid>> Found(string phone) =>
        (await BookingClient.Read<FoundPatients>(await _claire.Post("patients/search", new FindPatients(Phone: phone)))).Patients.Select(p => p.PatientId);
}
