using ContactCenter.Contracts.Patients;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Tests.Imports.People;

[TestFixtureSource(typeof(BookingEngines), nameof(BookingEngines.All))]
internal sealed class ImportPatientsTests(DatabaseEngine engine)
{
    private const string Three = """
        N° dossier;Nom;Prénom;Date de naissance;Téléphone;Portable;Courriel;Couleur
        101;Lefèvre;Zoé;04/05/1981;01 42 00 00 01;06 12 34 56 78;zoe@example.fr;bleu
        102;Nguyen;Minh;1990-01-31;;;;
        ;De La Tour;Jean;12/03/1975;0142000002;;;
        """;

    private ImportHouse _house = null!;

    [SetUp]
    public async Task Open() => _house = await ImportHouse.Open(engine);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task A_file_is_taken_in_once_however_often_it_is_brought()
    {
        var first = await _house.Patients(Three);
        Assert.That((first.Exit, first.LastLine, first.Errors), Is.EqualTo((0, "3 imported (0 to be compared), 0 already there, 0 refused", "")));
        Assert.That(first.Output, Does.Contain("patients.csv(1,69): note IMP011: This column is not read."));
        var people = await _house.Everybody();
        var zoe = people.Single(p => p.Name.Given == "Zoé");
        Assert.That((zoe.Name.Family, zoe.BirthDate?.ToString("uuuu-MM-dd", null), zoe.Email), Is.EqualTo(("Lefèvre", "1981-05-04", "zoe@example.fr")));
        Assert.That(zoe.Phones, Is.EqualTo(["+33142000001", "+33612345678"]));

        var again = await _house.Patients(Three);
        Assert.That((again.Exit, again.LastLine), Is.EqualTo((0, "0 imported (0 to be compared), 3 already there, 0 refused")));
        Assert.That(await _house.Everybody(), Has.Count.EqualTo(people.Count));
    }

    [Test]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        const string Doubled = Three + "\n;De La Tour;Jean;12/03/1975;;;;\n103;Lefebvre;Zoe;1981-05-04;;;;\n101;Lefèvre;Zoé;04/05/1982;;;;\n";
        var before = await _house.Everybody();
        var dry = await _house.Patients(Doubled, "--dry-run");
        Assert.That(await _house.Everybody(), Has.Count.EqualTo(before.Count));
        var real = await _house.Patients(Doubled);
        Assert.That(dry.LastLine, Is.EqualTo("Dry run, nothing was changed: " + real.LastLine));
        Assert.That((dry.Exit, dry.Errors), Is.EqualTo((real.Exit, real.Errors)));
        Assert.That(real.LastLine, Is.EqualTo("4 imported (1 to be compared), 1 already there, 1 refused"));
        Assert.That(real.Errors, Is.EqualTo("patients.csv(7,1): error IMP105: The same id stands in line 2 already, with other data.\n"));
    }

    [Test]
    public async Task Who_resembles_a_known_patient_is_proposed_for_merging_and_merged_by_nobody()
    {
        // The house knows Amélie Durand, born on 4 May 1980.
        var done = await _house.Patients("id,nom,prenom,ddn\n7,Durant,Amélie,1980-05-04\n8,Durand,Amélie,1980-05-04\n9,Durand,Amélie,1980-05-04\n");
        Assert.That(done.LastLine, Is.EqualTo("2 imported (2 to be compared), 1 already there, 0 refused"), "the same name and birthday is she, once; another id with it is to be looked at");
        Assert.That(done.Output, Does.Contain("patients.csv(2,1): note IMP110").And.Contain("patients.csv(4,1): note IMP110"));
        var pairs = await (await _house.Booking.Staff()).Get<List<DuplicateView>>("duplicates");
        Assert.That(pairs, Has.Count.EqualTo(3), "each of the three with each other");
    }

    [Test]
    public async Task Who_shares_name_and_number_but_not_the_birthday_is_another_patient()
    {
        var done = await _house.Patients("nom;prenom;ddn;tel\nPetit;Léa;1990-05-04;0142000001\nPetit;Léa;2015-05-04;0142000001\n");
        Assert.That(done.LastLine, Is.EqualTo("2 imported (0 to be compared), 0 already there, 0 refused"));
    }

    [Test]
    public async Task A_row_that_changed_since_it_was_imported_is_refused_and_nothing_is_overwritten()
    {
        await _house.Patients(Three);
        var changed = await _house.Patients(Three.Replace("zoe@example.fr", "autre@example.fr", StringComparison.Ordinal));
        Assert.That((changed.Exit, changed.LastLine), Is.EqualTo((1, "0 imported (0 to be compared), 2 already there, 1 refused")));
        Assert.That((await _house.Everybody()).Single(p => p.Name.Given == "Zoé").Email, Is.EqualTo("zoe@example.fr"));
    }

    [Test]
    public async Task Every_refused_row_is_said_with_its_place_and_no_data_and_reported_as_it_stood()
    {
        var done = await _house.Patients("""
            id;nom;prenom;ddn;tel;email
            1;;Zoé;1981-05-04;;
            2;Petit;Léa;31/02/1990;;
            3;Petit;Léa;04/05/90;;
            4;Petit;Léa;2040-01-01;;
            5;Petit;Léa;1990-05-04;12;
            ;Petit;Léa;;;
            7;Petit;Léa;1990-05-04;;sans arobase
            8;=cmd|' /C calc'!A0;Léa;1990-05-04;abc;
            9;Petit;Léa;1990-05-04;;;en trop
            10;Bon;Luc;1990-05-04;;
            """);
        Assert.That(done.Exit, Is.EqualTo(1));
        Assert.That(done.LastLine, Is.EqualTo("1 imported (0 to be compared), 0 already there, 9 refused"));
        string[] places = ["(2,3): error IMP102", "(3,13): error IMP103", "(4,13): error IMP103", "(5,13): error IMP103", "(6,24): error IMP102", "(7,1): error IMP101", "(8,25): error IMP102",
            "(9,37): error IMP102", "(10,26): error IMP010"];
        Assert.That(done.Errors.TrimEnd().Split('\n').Select(l => l["patients.csv".Length..].Split(": ") is [var at, var code, ..] ? $"{at}: {code}" : l), Is.EqualTo(places));
        Assert.That(done.Errors + done.Output, Does.Not.Contain("Petit").And.Not.Contain("Léa"));
        var report = Csv.Read(await File.ReadAllTextAsync(_house.Refused));
        Assert.That(report, Has.Count.EqualTo(10));
        Assert.That(report[0][4..], Is.EqualTo(["id", "nom", "prenom", "ddn", "tel", "email"]));
        Assert.That(report[8][5], Is.EqualTo("'=cmd|' /C calc'!A0"), "a formula is harmless");
    }

    [Test]
    public async Task A_file_that_is_no_list_of_patients_is_refused_as_a_whole()
    {
        (string Text, string Said)[] files =
        [
            ("prenom;ddn\nZoé;1981-05-04\n", "patients.csv(1,1): error IMP004: The column nom is missing.\n"),
            ("nom;prenom;Nom de famille\nA;B;C\n", "patients.csv(1,12): error IMP005: Two columns say the same: nom.\n"),
            ("", "patients.csv(1,1): error IMP001: The file is empty: it needs a line of headings and at least one row.\n"),
        ];
        foreach (var (text, said) in files)
        {
            var done = await _house.Patients(text);
            Assert.That((done.Exit, done.Output, done.Errors), Is.EqualTo((1, "", said)));
        }
    }

    [Test]
    public async Task Two_who_bring_the_same_list_at_once_make_each_patient_once()
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(n => $"{(n % 2 == 0 ? n : "")};Nom{(char)('a' + n)};Luc;1970-01-{n + 1:00}\n"));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _house.Patients("id;nom;prenom;ddn\n" + rows))));
        Assert.That((await _house.Everybody()).GroupBy(p => p.Name.Display).Select(g => g.Count()), Is.All.EqualTo(1));
    }

    [Test]
    public async Task What_was_stopped_in_the_middle_is_whole_rows_and_is_gone_on_with()
    {
        await _house.Patients(string.Join('\n', Three.Split('\n')[..3]));
        var rest = await _house.Patients(Three);
        Assert.That(rest.LastLine, Is.EqualTo("1 imported (0 to be compared), 2 already there, 0 refused"));
        var (patients, audited) = await _house.Booking.Store.Read(
            async (db, token) => (await db.Set<Patient>().CountAsync(token), await db.Set<AuditRow>().CountAsync(a => a.Action == AuditAction.PatientCreated, token)), default);
        Assert.That(audited, Is.EqualTo(patients), "who brought each of them is on record");
    }
}
