using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using System.Text;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Writing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Imports.Agendas;
using ContactCenter.Server.Imports.Files;
using ContactCenter.Server.Imports.People;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.Imports;

/// <summary>
/// <c>import-patients</c> and <c>import-appointments</c>: a file into a practice's list or agenda. 0: every row is there; 1: rows were refused, each
/// said with its place, or nothing could be done; 2: the question makes no sense; 78: the configuration is at fault.
/// </summary>
internal static class ImportCommand
{
    public const string Patients = "import-patients";
    public const string Appointments = "import-appointments";

    public static bool Has(string name) => name is Patients or Appointments;

    public static async Task<int> Run(string name, string[] args)
    {
        var builder = CommandShell.Builder();
        builder.Services.AddSingleton<PatientTokens>().AddSingleton<PatientRecords>().AddSingleton<PatientSearch>().AddSingleton<SimilarPatients>().AddSingleton<PatientDesk>();
        builder.Services.AddSingleton<AuditHashes>().AddSingleton<AuditTrail>().AddSingleton<ScriptLibrary>();
        builder.Services.AddSingleton<BookingScenes>().AddSingleton<AppointmentViews>().AddSingleton<AppointmentEntry>();
        builder.AddImporting();
        await using var app = builder.Build();
        return await Run(name, args, app.Services, Console.Out, Console.Error);
    }

    /// <param name="services">Those of a server, or of its storage, patients and calendars alone; nothing of it is opened when the arguments are wrong.</param>
    public static async Task<int> Run(string name, string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var practice = new Option<string>("--practice") { Required = true, Description = "The practice's slug." };
        var file = new Option<FileInfo>("--file") { Required = true, Description = name == Patients ? "The patients as CSV." : "The appointments as CSV, or as iCalendar (.ics)." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done. Changes nothing." };
        var refused = new Option<FileInfo?>("--refused") { Description = "Write the refused rows here, each after its reason; an existing file is replaced." };
        var whose = new Option<string?>("--practitioner") { Description = "Whose agenda it is, where the rows do not say." };
        var reason = new Option<string?>("--reason") { Description = "The visit reason of rows that name none." };
        var command = new Command(name, name == Patients ? "Takes patients into a practice's list." : "Takes appointments into a practice's agenda.")
        {
            practice, file, dryRun, refused, new HelpOption(),
        };
        if (name == Appointments)
        {
            command.Add(whose);
            command.Add(reason);
        }

        command.SetAction((parsed, token) => new ImportWork(services, output, errors).Do(
            new ImportOrder(
                name, parsed.GetValue(practice)!, parsed.GetValue(file)!, parsed.GetValue(dryRun), parsed.GetValue(refused),
                name == Appointments ? (parsed.GetValue(whose), parsed.GetValue(reason)) : default),
            token));
        return await CommandShell.Run(command, args, output, errors);
    }

    private sealed record ImportOrder(string Name, string Slug, FileInfo File, bool IsDryRun, FileInfo? Refused, (string? Practitioner, string? Reason) Defaults);

    private sealed class ImportWork(IServiceProvider services, TextWriter output, TextWriter errors)
    {
        public async Task<int> Do(ImportOrder order, CancellationToken cancellationToken)
        {
            try
            {
                if (!order.File.Exists)
                    return await Say($"There is no file {order.File.Name}.", Misunderstood);
                if (!await Schema.IsUp(services.GetRequiredService<Database>(), cancellationToken))
                    return await Say(NoSchema, Misconfigured);
                var practice = await services.GetRequiredService<Store>().Read((db, token) => db.Set<Practice>().SingleOrDefaultAsync(p => p.Slug == order.Slug, token), cancellationToken);
                if (practice is null)
                    return await Say($"There is no practice '{order.Slug}'.", Refused);
                var ask = new ImportAsk(practice, new AuditActor(Guid.Empty, "command", null), "en-GB", order.IsDryRun);
                var (plan, fault) = await Plan(order, ask, cancellationToken);
                return plan is null ? await Say(Line(order, fault!), Refused) : await Import(order, plan, cancellationToken);
            }
            catch (ConfigurationFault fault)
            {
                return await Say(string.Join(Environment.NewLine, fault.Failures), Misconfigured);
            }
            catch (OptionsValidationException fault)
            {
                return await Say(string.Join(Environment.NewLine, fault.Failures), Misconfigured);
            }
            catch (OperationCanceledException)
            {
                return await Say("Stopped. The rows done until then are whole: run it again, they are left as they are.", Refused);
            }
            catch (DbException unreachable)
            {
                return await Say($"The database does not answer: {unreachable.Message}", Misconfigured);
            }
            catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
            {
                return await Say($"A file cannot be read or written: {unusable.Message}", Refused);
            }
        }

        private async Task<(ImportPlan? Plan, ImportFault? Fault)> Plan(ImportOrder order, ImportAsk ask, CancellationToken cancellationToken)
        {
            if (order.File.Length > ImportLimits.Bytes)
                return (null, new ImportFault(1, 1, ImportCodes.TooLarge, ImportWords.TooLarge));
            var text = FileText.Of(await File.ReadAllBytesAsync(order.File.FullName, cancellationToken));
            if (order.Name == Patients)
                return (services.GetRequiredService<ImportPatients>().Plan(ask, text, out var fault), fault);
            var isCalendar = order.File.Extension.Equals(".ics", StringComparison.OrdinalIgnoreCase);
            var file = new AgendaFile(text, isCalendar, order.Defaults.Practitioner, order.Defaults.Reason);
            return await services.GetRequiredService<ImportAppointments>().Plan(ask, file, cancellationToken);
        }

        private async Task<int> Import(ImportOrder order, ImportPlan plan, CancellationToken cancellationToken)
        {
            var report = new ImportReport(plan);
            await RunImport.Do(plan, report, done => done % 1000 == 0 && done > 0 ? output.WriteLineAsync($"{done} of {plan.Rows.Count}") : Task.CompletedTask, cancellationToken);
            foreach (var note in report.Notes)
                await output.WriteLineAsync(Line(order, note, "note"));
            foreach (var (_, why) in report.Refused)
                await errors.WriteLineAsync(Line(order, why));
            if (order.Refused is { } file)
                await WholeFile.Write(file.FullName, Encoding.UTF8.GetBytes(report.RefusedCsv("en-GB")), cancellationToken);
            await output.WriteLineAsync(
                $"{(order.IsDryRun ? "Dry run, nothing was changed: " : "")}{report.Imported} imported ({report.Proposed} to be compared), {report.AlreadyThere} already there, {report.Refused.Count} refused");
            return report.Refused.Count == 0 ? 0 : Refused;
        }

        private static string Line(ImportOrder order, ImportFault fault, string severity = "error") =>
            $"{order.File.Name}({fault.Line},{fault.Column}): {severity} {fault.Code}: {fault.Why.En}";

        private async Task<int> Say(string sentence, int exit)
        {
            await errors.WriteLineAsync(sentence);
            return exit;
        }
    }
}
