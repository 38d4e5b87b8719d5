using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Patients;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
internal sealed class PatientEndpointsTests(DatabaseEngine engine)
{
    private static readonly SavePatient Marie =
        new("Lefèvre", "Marie-Anne", "de La Tour", new DateOnly(1980, 5, 4), ["06 12 34 56 78", "+33 1 80 00 00 99"], "marie@example.fr", "code 1234", [PatientFlag.HardOfHearing]);

    private TestHost _host = null!;
    private PracticeId _lilas;
    private HttpClient _claire = null!;

    [OneTimeSetUp]
    public void Start() => _host = new TestHost(engine: engine);

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [SetUp]
    public async Task OpenPractice()
    {
        var name = TestContext.CurrentContext.Test.ID;
        _lilas = await _host.AddPractice(name);
        _claire = await _host.SignedIn(await _host.AddUser($"claire-{name}", Roles.Agent, _lilas));
    }

    [TearDown]
    public void SignOut() => _claire?.Dispose();

    [Test]
    public async Task A_created_patient_is_shown_again_as_typed_but_for_her_numbers()
    {
        var created = await Created(Marie);
        var shown = await _claire.GetFromJsonAsync<PatientView>($"{Patients()}/{created.PatientId}", TestJson.Options);
        Assert.Multiple(() =>
        {
            Assert.That(shown!.FamilyName, Is.EqualTo("Lefèvre"));
            Assert.That(shown.BirthFamilyName, Is.EqualTo("de La Tour"));
            Assert.That(shown.BirthDate, Is.EqualTo(new DateOnly(1980, 5, 4)));
            Assert.That(shown.Phones, Is.EqualTo(["+33612345678", "+33180000099"]));
            Assert.That(shown.Notes, Is.EqualTo("code 1234"));
            Assert.That(shown.Flags, Is.EqualTo([PatientFlag.HardOfHearing]));
        });
    }

    [TestCase("lefevre", TestName = "Found_by_name_without_accents")]
    [TestCase("LEFÈVRE", TestName = "Found_by_name_in_capitals")]
    [TestCase("Lefebvre", TestName = "Found_by_sound")]
    [TestCase("lef", TestName = "Found_by_the_beginning")]
    [TestCase("lefevr", TestName = "Found_by_a_long_beginning")]
    [TestCase("marie lefevre", TestName = "Found_by_given_name_first")]
    [TestCase("anne", TestName = "Found_by_the_second_given_name")]
    [TestCase("marie-anne", TestName = "Found_by_the_compound_given_name")]
    [TestCase("marieanne", TestName = "Found_by_the_compound_in_one_word")]
    [TestCase("de la tour", TestName = "Found_by_birth_name_with_particles")]
    [TestCase("latour", TestName = "Found_by_birth_name_in_one_word")]
    [TestCase("delatour", TestName = "Found_by_birth_name_and_particles_in_one_word")]
    public async Task Found_by(string name)
    {
        await Created(Marie);
        await Created(new SavePatient("Martin", "Paul"));
        Assert.That((await Found(new FindPatients(name))).Select(p => p.FamilyName), Is.EqualTo(["Lefèvre"]));
    }

    [TestCase("lefevre paul")]
    [TestCase("fevre")]
    [TestCase("lefevre anna")]
    [TestCase("-")]
    public async Task Not_found_by(string name)
    {
        await Created(Marie);
        Assert.That(await Found(new FindPatients(name)), Is.Empty);
    }

    [Test]
    public async Task A_household_is_found_by_its_number_however_typed()
    {
        await Created(Marie);
        await Created(new SavePatient("Lefèvre", "Léo", Phones: ["+33612345678"], BirthDate: new DateOnly(2019, 1, 2)));
        foreach (var typed in new[] { "0612345678", "06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678" })
            Assert.That((await Found(new FindPatients(Phone: typed))).Select(p => p.GivenNames), Is.EquivalentTo(["Marie-Anne", "Léo"]), typed);
    }

    [Test]
    public async Task What_is_asked_must_all_agree()
    {
        await Created(Marie);
        Assert.That(await Found(new FindPatients("lefevre", BirthDate: new DateOnly(1980, 5, 4))), Has.Count.EqualTo(1));
        Assert.That(await Found(new FindPatients("lefevre", BirthDate: new DateOnly(1980, 5, 5))), Is.Empty);
        Assert.That(await Found(new FindPatients(BirthDate: new DateOnly(1980, 5, 4))), Has.Count.EqualTo(1));
        Assert.That(await Found(new FindPatients()), Is.Empty);
    }

    [Test]
    public async Task The_exact_name_comes_before_the_many_who_begin_like_it()
    {
        for (var number = 0; number < 30; number++)
            await Created(new SavePatient($"Ma{(char)('a' + (number % 26))}{(char)('a' + (number / 26))}in", "Zoé", EvenIfSimilar: true));
        await Created(new SavePatient("Ma", "Long"));
        var response = await _claire.PostAsJsonAsync($"{Patients()}/search", new FindPatients("ma"));
        var found = await response.Content.ReadFromJsonAsync<FoundPatients>(TestJson.Options);
        Assert.That(found!.Patients[0].FamilyName, Is.EqualTo("Ma"));
        Assert.That(found.Patients, Has.Count.EqualTo(20));
        Assert.That(found.More, Is.True);
    }

    [Test]
    public async Task A_change_is_found_by_the_new_data_and_not_by_the_old()
    {
        var created = await Created(Marie);
        var married = Marie with { FamilyName = "Petit", BirthFamilyName = null, Phones = ["0698765432"], Version = created.Version };
        var response = await _claire.PutAsJsonAsync($"{Patients()}/{created.PatientId}", married, TestJson.Options);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Found(new FindPatients("petit")), Has.Count.EqualTo(1));
        Assert.That(await Found(new FindPatients("lefevre")), Is.Empty);
        Assert.That(await Found(new FindPatients(Phone: "0612345678")), Is.Empty);
    }

    [Test]
    public async Task A_change_from_an_older_version_is_refused()
    {
        var created = await Created(Marie);
        var address = $"{Patients()}/{created.PatientId}";
        await _claire.PutAsJsonAsync(address, Marie with { Notes = "first", Version = created.Version }, TestJson.Options);
        var late = await _claire.PutAsJsonAsync(address, Marie with { Notes = "second", Version = created.Version }, TestJson.Options);
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await late.ProblemCode(), Is.EqualTo(PatientProblems.Outdated));
        Assert.That((await _claire.GetFromJsonAsync<PatientView>(address, TestJson.Options))!.Notes, Is.EqualTo("first"));
    }

    [Test]
    public async Task Simultaneous_changes_from_one_version_have_one_winner()
    {
        var created = await Created(Marie);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => _claire.PutAsJsonAsync(
            $"{Patients()}/{created.PatientId}", Marie with { Notes = $"{n}", Version = created.Version }, TestJson.Options)));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(7));
    }

    [Test]
    public async Task Creating_twice_under_one_key_creates_once_also_at_the_same_time()
    {
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Create(Marie, key)));
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        Assert.That(answers.Select(a => a.StatusCode), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(bodies.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await Found(new FindPatients("lefevre")), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_key_used_for_another_request_is_refused()
    {
        var key = Guid.NewGuid();
        await Create(Marie, key);
        var other = await Create(Marie with { Notes = "other" }, key);
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await other.ProblemCode(), Is.EqualTo(RequestProblems.IdempotencyKeyReused));
    }

    [Test]
    public async Task Without_a_key_nothing_is_created()
    {
        var response = await _claire.PostAsJsonAsync(Patients(), Marie, TestJson.Options);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.ProblemCode(), Is.EqualTo(RequestProblems.IdempotencyKeyNeeded));
    }

    [Test]
    public async Task Somebody_similar_is_reported_before_a_second_is_made()
    {
        var key = Guid.NewGuid();
        await Created(Marie);
        var twin = new SavePatient("Lefebvre", "Marie Anne", BirthDate: new DateOnly(1980, 5, 4));
        var refused = await Create(twin, key);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(PatientProblems.Similar));
        Assert.That(problem.GetProperty(PatientProblems.SimilarField)[0].GetProperty("familyName").GetString(), Is.EqualTo("Lefèvre"));
        Assert.That((await Create(twin with { EvenIfSimilar = true }, key)).StatusCode, Is.EqualTo(HttpStatusCode.Created), "a refusal does not use up the key");
    }

    [Test]
    public async Task Namesakes_of_another_age_are_not_similar()
    {
        await Created(Marie);
        Assert.That((await Create(Marie with { BirthDate = new DateOnly(2011, 1, 1), Phones = null }, Guid.NewGuid())).StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("familyName", "", "Marie", null, null)]
    [TestCase("familyName", "'-'", "Marie", null, null)]
    [TestCase("givenNames", "Lefèvre", " ", null, null)]
    [TestCase("phones", "Lefèvre", "Marie", "twelve", null)]
    [TestCase("phones", "Lefèvre", "Marie", "12", null)]
    [TestCase("birthDate", "Lefèvre", "Marie", null, "2999-01-01")]
    [TestCase("birthDate", "Lefèvre", "Marie", null, "1800-01-01")]
    public async Task A_field_that_cannot_be_taken_is_named(string field, string family, string given, string? phone, string? born)
    {
        var response = await Create(new SavePatient(family, given, BirthDate: born is null ? null : DateOnly.ParseExact(born, "yyyy-MM-dd", CultureInfo.InvariantCulture), Phones: phone is null ? null : [phone]), Guid.NewGuid());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString(), Is.EqualTo(field));
    }

    private async Task<PatientView> Created(SavePatient form)
    {
        var response = await Create(form, Guid.NewGuid());
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        return (await response.Content.ReadFromJsonAsync<PatientView>(TestJson.Options))!;
    }

    private Task<HttpResponseMessage> Create(SavePatient form, Guid key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Patients()) { Content = JsonContent.Create(form, options: TestJson.Options) };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{key}");
        return _claire.SendAsync(request);
    }

    private async Task<IReadOnlyList<PatientView>> Found(FindPatients asked)
    {
        var response = await _claire.PostAsJsonAsync($"{Patients()}/search", asked);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await response.Content.ReadFromJsonAsync<FoundPatients>(TestJson.Options))!.Patients;
    }

    private string Patients() => $"/api/practices/{_lilas}/patients";
}
