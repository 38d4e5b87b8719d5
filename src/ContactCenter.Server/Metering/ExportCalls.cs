using System.CommandLine;
using System.Data.Common;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime.Text;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.Metering;

/// <summary>
/// The command <c>export-calls</c>: a practice's month into a file, as a whole or not at all. 0: written; 1: refused, and said; 2: the question makes
/// no sense; 78: the configuration is at fault.
/// </summary>
internal static class ExportCalls
{
    public const string Name = "export-calls";

    public static async Task<int> Run(string[] args)
    {
        var builder = CommandShell.Builder();
        await using var app = builder.Build();
        return await Run(args, app.Services, Console.Out, Console.Error);
    }

    /// <param name="services">Those of a server, or of its storage alone; nothing of it is opened when the arguments are wrong.</param>
    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var practice = new Option<string>("--practice") { Required = true, Description = "The practice's slug." };
        var month = new Option<string>("--month") { Required = true, Description = "Such as 2026-11." };
        var format = new Option<ExportFormat>("--format") { DefaultValueFactory = _ => ExportFormat.Csv, Description = "csv or json." };
        var file = new Option<FileInfo>("--out") { Required = true, Description = "The file to write; an existing one is replaced." };
        var command = new RootCommand("Writes a practice's calls of one month.") { practice, month, format, file };
        command.SetAction(async (parsed, token) =>
        {
            var (exit, sentence) = await Export(services, parsed.GetValue(practice)!, parsed.GetValue(month)!, parsed.GetValue(format), parsed.GetValue(file)!, token);
            await (exit == 0 ? output : errors).WriteLineAsync(sentence);
            return exit;
        });
        return await CommandShell.Run(command, args, output, errors);
    }

    private static async Task<(int Exit, string Sentence)> Export(
        IServiceProvider services, string slug, string month, ExportFormat format, FileInfo file, CancellationToken cancellationToken)
    {
        if (!YearMonthPattern.Iso.Parse(month).TryGetValue(default, out var wanted))
            return (Misunderstood, $"'{month}' is no month: write it as 2026-11.");
        try
        {
            if (!await Schema.IsUp(services.GetRequiredService<Database>(), cancellationToken))
                return (Misconfigured, NoSchema);
            var store = services.GetRequiredService<Store>();
            var practice = await store.Read((db, token) => db.Set<Practice>().SingleOrDefaultAsync(p => p.Slug == slug, token), cancellationToken);
            if (practice is null)
                return (Refused, $"There is no practice '{slug}'.");
            var export = await store.Read((db, token) => CallExport.Read(db, practice, wanted, token), cancellationToken);
            if (await Write(file, ExportWriter.Write(export, format), cancellationToken) is { } unwritable)
                return (Refused, unwritable);
            var totals = export.Totals;
            return (0, $"{totals.Calls} calls, {totals.Answered} answered, {totals.TalkSeconds} s of talk, {totals.Appointments} appointments: {file.FullName}");
        }
        catch (OptionsValidationException fault)
        {
            return (Misconfigured, string.Join(Environment.NewLine, fault.Failures));
        }
        catch (DbException unreachable)
        {
            return (Misconfigured, $"The database does not answer: {unreachable.Message}");
        }
    }

    private static async Task<string?> Write(FileInfo file, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await WholeFile.Write(file.FullName, content, cancellationToken);
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"'{file.FullName}' cannot be written: {unwritable.Message} Name a file in a folder that exists and may be written to.";
        }
    }
}
