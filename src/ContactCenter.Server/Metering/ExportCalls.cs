using System.CommandLine;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Server.Metering;

/// <summary>The command <c>export-calls</c>: a practice's month into a file. A fault is one sentence, exit code 1, and no file.</summary>
internal static class ExportCalls
{
    public const string Name = "export-calls";

    public static Task<int> Run(string[] args)
    {
        var practice = new Option<string>("--practice") { Required = true, Description = "The practice's slug." };
        var month = new Option<string>("--month") { Required = true, Description = "Such as 2026-11." };
        var format = new Option<ExportFormat>("--format") { DefaultValueFactory = _ => ExportFormat.Csv, Description = "csv or json." };
        var output = new Option<FileInfo>("--out") { Required = true, Description = "The file to write; an existing one is replaced." };
        var command = new RootCommand("Writes a practice's calls of one month.") { practice, month, format, output };
        command.SetAction((parsed, token) => Export(parsed.GetValue(practice)!, parsed.GetValue(month)!, parsed.GetValue(format), parsed.GetValue(output)!, token));
        return command.Parse(args).InvokeAsync();
    }

    private static async Task<int> Export(string slug, string month, ExportFormat format, FileInfo output, CancellationToken cancellationToken)
    {
        if (!YearMonthPattern.Iso.Parse(month).TryGetValue(default, out var wanted))
            return Fault($"'{month}' is no month: write it as 2026-11.");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddStorage();
        builder.Services.AddSingleton<IClock>(new Hosting.MillisecondClock(TimeProvider.System));
        await using var app = builder.Build();
        var store = app.Services.GetRequiredService<Store>();
        var practice = await store.Read((db, token) => db.Set<Practice>().SingleOrDefaultAsync(p => p.Slug == slug, token), cancellationToken);
        if (practice is null)
            return Fault($"There is no practice '{slug}'.");
        var export = await store.Read((db, token) => CallExport.Read(db, practice, wanted, token), cancellationToken);
        // Written aside and moved into place, so that a reader never finds half a file.
        var aside = output.FullName + ".part";
        await File.WriteAllBytesAsync(aside, ExportWriter.Write(export, format), cancellationToken);
        File.Move(aside, output.FullName, overwrite: true);
        Console.WriteLine($"{export.Totals.Calls} calls, {export.Totals.Answered} answered, {export.Totals.TalkSeconds} s of talk, {export.Totals.Appointments} appointments: {output.FullName}");
        return 0;
    }

    private static int Fault(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
