using System.Net.Http.Json;
using System.Text;
using ContactCenter.Contracts;
using ContactCenter.Contracts.Identity;
using ContactCenter.Contracts.Patients;
using ContactCenter.Contracts.Practices;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace ContactCenter.Server.Tests.Storage;

/// <summary>Sends persons through the API, then searches every file of the database and every log line for them.</summary>
internal sealed class CanaryTests
{
    private static readonly SavePatient Canary =
        new("Zwybelfisch", "Ottokarine", "Quaxelmann", new DateOnly(1911, 7, 13), ["+33698712345"], "otto@quaxel.example", "loves xylophones");

    private static readonly string[] Traces =
        ["Zwybelfisch", "zwybelfisch", "Ottokarine", "Quaxelmann", "1911-07-13", "698712345", "quaxel.example", "xylophone", "Pfefferminz", "0698712345"];

    [Test]
    public async Task Neither_the_database_files_nor_the_log_show_a_person()
    {
        var log = new StringWriter();
        var console = Console.Out;
        Console.SetOut(TextWriter.Synchronized(log));
        try
        {
            await using var host = new TestHost(web => web
                .UseSetting("Serilog:MinimumLevel:Default", "Verbose")
                .UseSetting("Serilog:MinimumLevel:Override:Microsoft", "Verbose"));
            await SendPersons(host);
            Assert.That(FilesWith("Cabinet lilas", host.Folder), Is.Not.Empty, "the search finds what is there");
            foreach (var trace in Traces)
                Assert.That(FilesWith(trace, host.Folder), Is.Empty, trace);
        }
        finally
        {
            Console.SetOut(console);
        }
        Assert.That(log.ToString(), Does.Contain("/patients/search"), "the log is captured");
        foreach (var trace in Traces)
            Assert.That(log.ToString(), Does.Not.Contain(trace), trace);
    }

    private static async Task SendPersons(TestHost host)
    {
        var lilas = await host.AddPractice("lilas");
        using var staff = await host.SignedIn(await host.AddUser("staff", Roles.PracticeStaff, lilas));
        var created = await (await Post(staff, lilas, "patients", Canary)).Content.ReadFromJsonAsync<PatientView>(TestJson.Options);
        await Post(staff, lilas, "patients", Canary);
        await Post(staff, lilas, "patients", Canary with { Phones = ["not a number 0698712345"] });
        await Post(staff, lilas, "patients/search", new FindPatients("Zwybelfisch", "0698712345", new DateOnly(1911, 7, 13)));
        await Post(staff, lilas, "patients/search", new FindPatients(Phone: "Zwybelfisch"));
        await staff.GetAsync($"/api/practices/{lilas}/patients/{created!.PatientId}");
        await staff.PutAsJsonAsync($"/api/practices/{lilas}/patients/{created.PatientId}", Canary with { Version = created.Version, Notes = "hates xylophones" }, TestJson.Options);
        await Post(staff, lilas, "instructions", new GiveInstruction("Mme Zwybelfisch doit rappeler le Dr Pfefferminz", null, new InstructionTimes()));
        await Post(staff, lilas, "colleagues", new NameColleague("Pfefferminz", "0698712345"));
        await Post(staff, lilas, "patients", "{ \"familyName\": \"Zwybelfisch\", ");
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, PracticeId practice, string address, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/practices/{practice}/{address}")
        {
            Content = body is string broken ? new StringContent(broken, Encoding.UTF8, "application/json") : JsonContent.Create(body, body.GetType(), options: TestJson.Options),
        };
        request.Headers.Add(RequestProblems.IdempotencyKey, $"{Guid.NewGuid()}");
        return client.SendAsync(request);
    }

    private static List<string> FilesWith(string trace, string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var content = copy.ToArray().AsSpan();
            return content.IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0 || content.IndexOf(Encoding.Unicode.GetBytes(trace)) >= 0;
        }).Select(Path.GetFileName).OfType<string>(),
    ];
}
