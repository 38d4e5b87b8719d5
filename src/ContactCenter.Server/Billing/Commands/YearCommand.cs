using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ContactCenter.Server.Billing.Exports;
using ContactCenter.Server.Hosting;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.Billing.Commands;

/// <summary>
/// <c>export-fec --year 2026 --out FOLDER</c>: the sales journal of a year over all practices. Exit codes as of the other commands.
/// </summary>
internal static class YearCommand
{
    public const string Name = "export-fec";

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var year = new Option<int>("--year") { Required = true, Description = "Such as 2026." };
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "Where to write; a file of the same name is replaced." };
        var seller = new Option<string?>("--seller") { Description = "The SIREN of a former seller; without it the one that there is." };
        var command = new Command(Name, "Writes the sales journal of a year in the form of the tax authority.")
        {
            year, folder, seller, new HelpOption(),
        };
        command.SetAction(async (parsed, token) =>
        {
            try
            {
                var written = await services.GetRequiredService<ExportYear>().Do(parsed.GetValue(year), parsed.GetValue(seller), token);
                if (written.Value is not { } file)
                {
                    await errors.WriteLineAsync(string.Join(' ', written.Refusal!.Faults.Select(f => f.En)));
                    return Refused;
                }

                await WholeFile.Write(Path.Combine(Directory.CreateDirectory(parsed.GetValue(folder)!.FullName).FullName, file.Name), file.Content, token);
                await output.WriteLineAsync(file.Name);
                return 0;
            }
            catch (DbException unreachable)
            {
                await errors.WriteLineAsync($"The database does not answer: {unreachable.Message}");
                return Misconfigured;
            }
        });
        return await CommandShell.Run(command, args, output, errors);
    }
}
