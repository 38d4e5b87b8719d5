using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Imports;
using ContactCenter.Server.Imports;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Imports;

internal sealed class ImportEndpointsTests
{
    private ImportHouse _house = null!;
    private BookingClient _staff = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _house = await ImportHouse.Open(DatabaseEngine.Sqlite);
        _staff = await _house.Booking.Staff();
    }

    [OneTimeTearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task The_answer_tells_how_far_it_has_come_and_ends_with_the_report()
    {
        var rows = string.Concat(Enumerable.Range(0, 250).Select(n => $"p{n};Nom{(char)('a' + (n / 26))}{(char)('a' + (n % 26))};Léo;1970-02-{1 + (n % 28):00}\n")) + "p999;;Léo;1970-01-01\n";
        var steps = await Steps("patients?dryRun=true", "id;nom;prenom;ddn\n" + rows);
        Assert.That(steps[..^1].Select(s => s.Done), Is.Ordered.And.Unique);
        Assert.That(steps, Has.Count.InRange(50, 200));
        var report = steps[^1].Report!;
        Assert.That((report.IsDryRun, report.Rows, report.Imported, report.Refused), Is.EqualTo((true, 251, 250, 1)));
        Assert.That(report.Refusals.Single(), Is.EqualTo(new ImportNote(252, 6, "IMP102", "Le champ nom manque, est trop long ou n’est pas ce qu’il devrait être.")));
        Assert.That(Csv.Read(report.RefusedCsv!)[1][3..], Is.EqualTo([report.Refusals[0].Sentence, "p999", "", "Léo", "1970-01-01"]));
    }

    [Test]
    public async Task Appointments_come_as_a_calendar_with_the_choices_beside_it()
    {
        await Steps("patients", "id;nom;prenom;ddn\n1;Roy;Ève;1970-01-01\n");
        var steps = await Steps(
            "appointments?format=ics&practitioner=dr-martin&visitReason=consultation",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261124T100000\nDURATION:PT15M\nSUMMARY:ROY Ève\nEND:VEVENT\nEND:VCALENDAR\n");
        Assert.That(steps[^1].Report!.Imported, Is.EqualTo(1));
        await RaceHouse.IsSound(_house.Booking);
    }

    [TestCase("appointments?format=xls", "a", HttpStatusCode.BadRequest, ImportProblems.WrongFormat)]
    [TestCase("appointments?format=ics", "a", HttpStatusCode.UnprocessableEntity, ImportProblems.Unusable)]
    [TestCase("appointments?format=csv&practitioner=dr-who", "a", HttpStatusCode.UnprocessableEntity, ImportProblems.Unusable)]
    [TestCase("patients", "prenom\nZoé", HttpStatusCode.UnprocessableEntity, ImportProblems.Unusable)]
    public async Task A_file_that_cannot_be_used_is_refused_with_a_sentence(string address, string text, HttpStatusCode status, string code)
    {
        var answer = await Send(_staff, address, text);
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused()
    {
        var answer = await Send(_staff, "patients", new string('x', ImportLimits.Bytes + 1));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(ImportCodes.TooLarge));
    }

    [Test]
    public async Task Only_the_practice_s_own_people_import_and_only_into_their_own()
    {
        var agent = await _house.Booking.Takes();
        Assert.That((await Send(agent, "patients", "nom;prenom\n")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        var elsewhere = await _house.Booking.Node.AddPractice("ailleurs");
        var stranger = new BookingClient(await _house.Booking.Node.SignedIn(await _house.Booking.Node.AddUser("eva", Roles.PracticeStaff, elsewhere)), _house.Booking.Practice, null);
        Assert.That((await Send(stranger, "patients", "nom;prenom\n")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var own = stranger with { Practice = elsewhere };
        Assert.That(await (await Send(own, "appointments?format=csv", "a")).Content.ReadAsStringAsync(), Does.Contain(ImportCodes.NoCalendar));
    }

    private async Task<List<ImportStep>> Steps(string address, string text)
    {
        var answer = await Send(_staff, address, text);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadAsStringAsync()).TrimEnd().Split('\n').Select(line => JsonSerializer.Deserialize<ImportStep>(line, JsonSerializerOptions.Web)!)];
    }

    private static async Task<HttpResponseMessage> Send(BookingClient who, string address, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        return await who.Http.PostAsync(new Uri($"{who.Root}/imports/{address}", UriKind.Relative), content);
    }
}
