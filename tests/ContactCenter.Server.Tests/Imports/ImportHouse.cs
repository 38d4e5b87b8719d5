using ContactCenter.Server.Imports;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Tests.Booking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Server.Tests.Imports;

/// <summary>A practice that brings files, by the commands.</summary>
internal sealed class ImportHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contactcenter-import-").FullName;

    private ImportHouse(BookingHouse booking) => Booking = booking;

    public BookingHouse Booking { get; }

    public string Refused => Path.Combine(_folder, "refused.csv");

    public static async Task<ImportHouse> Open(DatabaseEngine engine) => new(await BookingHouse.Open(engine));

    public Task<Imported> Patients(string text, params string[] more) => Run(ImportCommand.Patients, "patients.csv", text, more);

    public Task<Imported> Appointments(string text, params string[] more) => Run(ImportCommand.Appointments, "rdv.csv", text, more);

    public Task<Imported> Calendar(string events, params string[] more) => Run(
        ImportCommand.Appointments, "agenda.ics", $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//FR\n{events}\nEND:VCALENDAR\n", more);

    public Task<List<PatientIdentity>> Everybody() => Booking.Store.Read(
        async (db, token) => (await db.Set<Patient>().Where(p => p.PracticeId == Booking.Practice).ToListAsync(token))
            .ConvertAll(Booking.Node.Services.GetRequiredService<PatientRecords>().Open),
        default);

    private async Task<Imported> Run(string command, string name, string text, string[] more)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, text);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await ImportCommand.Run(
            command, ["--practice", BookingHouse.Slug, "--file", file, "--refused", Refused, .. more], Booking.Node.Services, output, errors);
        return new Imported(exit, output.ToString(), errors.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await Booking.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What a command said.</summary>
internal sealed record Imported(int Exit, string Output, string Errors)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1];
}
