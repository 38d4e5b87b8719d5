using System.Net;
using System.Net.Http.Json;
using ContactCenter.Contracts.Booking;
using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Patients;

/// <summary>The account and what else an agent sees of a patient while she books.</summary>
[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
[CancelAfter(300_000)]
internal sealed class PatientFileTests(DatabaseEngine engine)
{
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(1));

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
    public async Task A_fulfilled_appointment_charges_its_reason_once_however_often_it_is_said()
    {
        var appointment = await Booked(0);
        await TwoDaysLater();
        var key = Guid.NewGuid();
        var form = new MarkAppointment(appointment.Version);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _staff.Post($"appointments/{appointment.AppointmentId}/fulfil", form, key)));
        await _staff.Post($"appointments/{appointment.AppointmentId}/fulfil", form);
        var account = await Account();
        Assert.That(account.Entries.Select(e => (e.Kind, e.Cents, e.AppointmentId)), Is.EqualTo([(AccountEntryKind.Charge, 3000L, (Guid?)appointment.AppointmentId)]));
    }

    [Test]
    public async Task What_was_not_attended_is_not_charged()
    {
        var (missed, cancelled) = (await Booked(0), await Booked(1));
        await _claire.Post($"appointments/{cancelled.AppointmentId}/cancel", new CancelAppointment(_claire.Call, cancelled.Version, null));
        await TwoDaysLater();
        await _staff.Post($"appointments/{missed.AppointmentId}/no-show", new MarkAppointment(missed.Version));
        Assert.That((await Account()).Entries, Is.Empty);
        var file = await File(_claire);
        Assert.That(file.Missed, Is.EqualTo([new DateOnly(2026, 11, 24)]));
        Assert.That(file.LastPractitioner, Is.Null, "nobody has seen her");
    }

    [Test]
    public async Task Payments_and_corrections_are_entries_beside_those_that_stand()
    {
        var key = Guid.NewGuid();
        var payment = new EnterOnAccount(AccountEntryKind.Payment, 2500, "chèque");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _staff.Post(Accounts, payment, key)));
        await _staff.Post(Accounts, new EnterOnAccount(AccountEntryKind.Correction, 500, "erreur de saisie"));
        var account = await Account();
        Assert.That(account.Entries.Select(e => (e.Cents, e.Note)), Is.EqualTo([(-2500L, "chèque"), (500L, "erreur de saisie")]));
        Assert.That(account.Cents, Is.EqualTo(-2000));
    }

    [TestCase(AccountEntryKind.Charge, 100)]
    [TestCase(AccountEntryKind.Payment, -100)]
    [TestCase(AccountEntryKind.Correction, 0)]
    public async Task An_entry_that_means_nothing_is_refused(AccountEntryKind kind, long cents)
    {
        Assert.That((await _staff.Post(Accounts, new EnterOnAccount(kind, cents))).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Account()).Entries, Is.Empty);
    }

    [Test]
    public async Task An_agent_sees_the_amount_only_where_the_practice_shows_it()
    {
        await _staff.Post(Accounts, new EnterOnAccount(AccountEntryKind.Correction, 4200));
        Assert.That((await File(_claire)).Balance, Is.EqualTo(new BalanceView(true, null)));
        Assert.That((await File(_staff)).Balance, Is.EqualTo(new BalanceView(false, 4200)));
        await _staff.Http.PutAsJsonAsync($"{_staff.Root}/account-terms", new AccountTermsView(true));
        Assert.That((await File(_claire)).Balance, Is.EqualTo(new BalanceView(false, 4200)));
        foreach (var address in new[] { Accounts, "account-terms" })
            Assert.That((await _claire.Http.GetAsync($"{_claire.Root}/{address}")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
    }

    [Test]
    public async Task The_timeline_tells_what_was_written_with_appointments_latest_first()
    {
        var first = await BookingClient.Read<AppointmentView>(await _claire.Post("appointments", Form(0) with { Note = "vient avec sa fille" }));
        _house.Time.Advance(TimeSpan.FromMinutes(5));
        await _claire.Post($"appointments/{first.AppointmentId}/cancel", new CancelAppointment(_claire.Call, first.Version, "grève des trains"));
        Assert.That((await File(_claire)).Timeline.Select(e => e.Text), Is.EqualTo(["grève des trains", "vient avec sa fille"]));
    }

    [Test]
    public async Task Alert_guardian_contact_and_papers_come_back_as_they_were_written()
    {
        var address = $"{_staff.Root}/patients/{_house.Patient}";
        var known = (await _staff.Http.GetFromJsonAsync<PatientView>(address, TestJson.Options))!;
        var form = new SavePatient(
            known.FamilyName, known.GivenNames, null, known.BirthDate, [], null, "note", [PatientFlag.DoNotText], known.Version,
            Alert: "allergie pénicilline", Guardian: "M. Paul Durand, fils", PreferredContact: "après 18 h", MissingPapers: ["consentement", " ", "consentement"]);
        await _staff.Http.PutAsJsonAsync(address, form, TestJson.Options);
        var shown = (await _staff.Http.GetFromJsonAsync<PatientView>(address, TestJson.Options))!;
        Assert.That((shown.Alert, shown.Guardian, shown.PreferredContact), Is.EqualTo(("allergie pénicilline", "M. Paul Durand, fils", "après 18 h")));
        Assert.That(shown.MissingPapers, Is.EqualTo(["consentement"]));
        Assert.That(shown.Flags, Is.EqualTo([PatientFlag.DoNotText]));
    }

    [Test]
    public async Task A_case_changed_from_an_older_version_is_refused()
    {
        var opened = await BookingClient.Read<CaseView>(await _claire.Post($"patients/{_house.Patient}/cases", new SaveCase("Épaule")));
        var address = $"{_claire.Root}/patients/{_house.Patient}/cases/{opened.CaseId}";
        var (first, late) = (
            await _claire.Http.PutAsJsonAsync(address, new SaveCase("Épaule gauche", Version: opened.Version), TestJson.Options),
            await _claire.Http.PutAsJsonAsync(address, new SaveCase("Épaule droite", Version: opened.Version), TestJson.Options));
        Assert.That((first.StatusCode, late.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict)));
        Assert.That((await File(_claire)).Cases.Single().Label, Is.EqualTo("Épaule gauche"));
    }

    /// <summary>Everybody signs in anew.</summary>
    private async Task TwoDaysLater()
    {
        _house.Time.Advance(TimeSpan.FromDays(2));
        (_claire, _staff) = (await _house.Takes(), await _house.Staff("jeanne"));
    }

    private string Accounts => $"patients/{_house.Patient}/account";

    private Task<AccountView> Account() => _staff.Get<AccountView>(Accounts);

    private Task<PatientFile> File(BookingClient client) => client.Get<PatientFile>($"patients/{_house.Patient}/file");

    private async Task<AppointmentView> Booked(int n) => await BookingClient.Read<AppointmentView>(await _claire.Post("appointments", Form(n)));

    private BookAppointment Form(int n) => _claire.Form(RaceHouse.Slot("p1", Tuesday.AddMinutes(n * 20)), RaceHouse.Visit, _house.Patient);
}
