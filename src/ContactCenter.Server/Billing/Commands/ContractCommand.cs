using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Billing.Agreements;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Scripts.Yaml;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.Billing.Commands;

/// <summary>
/// <c>contract --practice SLUG --file contract.yaml</c>: makes or changes a practice's contract as its file says. 0: it holds; 1: it is wrong, each
/// fault with its place, and nothing was saved; 2: the question makes no sense; 78: the configuration or the database is at fault.
/// </summary>
internal static class ContractCommand
{
    public const string Name = "contract";

    /// <param name="services">Those of a server, or of the billing alone; nothing of it is opened when the arguments are wrong.</param>
    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var practice = new Option<string>("--practice") { Required = true, Description = "The practice's slug." };
        var file = new Option<FileInfo>("--file") { Required = true, Description = "The contract as YAML." };
        var by = new Option<string>("--by") { Description = "Who changes it, for the history.", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command(Name, "Makes or changes a practice's contract as its file says.") { practice, file, by, new HelpOption() };
        command.SetAction((parsed, token) => Save(
            new Asked(parsed.GetValue(practice)!, parsed.GetValue(file)!, parsed.GetValue(by)!), services, output, errors, token));
        return await CommandShell.Run(command, args, output, errors);
    }

    private static async Task<int> Save(
        Asked asked, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            if (!asked.File.Exists)
                return await Say(errors, $"There is no file {asked.File.Name}.", Misunderstood);
            if (!await Schema.IsUp(services.GetRequiredService<Database>(), cancellationToken))
                return await Say(
                    errors, NoSchema, Misconfigured);
            var store = services.GetRequiredService<Store>();
            var found = await store.Read((db, token) => db.Set<Practice>().SingleOrDefaultAsync(p => p.Slug == asked.Slug, token), cancellationToken);
            if (found is not { } practice)
                return await Say(errors, $"There is no practice '{asked.Slug}'.", Refused);
            var script = YamlScript.Read(asked.File.Name, await File.ReadAllTextAsync(asked.File.FullName, cancellationToken));
            var draft = script.Value is { } mapping ? ContractScript.Read(mapping, practice) : new Compiled<ContractDraft>(null, script.Diagnostics);
            if (draft.Value is null)
                return await Say(errors, string.Join(Environment.NewLine, draft.Diagnostics), Refused);
            var write = services.GetRequiredService<WriteContract>();
            var saved = await store.Write(
                (db, token) => write.Do(db, practice.Id, (draft.Value, []), null, asked.By, token), Rerun.OnConflictOrTakenKey, cancellationToken);
            return saved.Value is { } contract
                ? await Say(output, $"{practice.Slug}: version {contract.Version} of the contract holds.", 0)
                : await Say(errors, Sentences(script.Value!, saved.Refusal!, asked.File.Name), Refused);
        }
        catch (DbException unreachable)
        {
            return await Say(errors, $"The database does not answer: {unreachable.Message}", Misconfigured);
        }
    }

    private static string Sentences(ScriptMapping script, BillingRefusal refusal, string file) => string.Join(
        Environment.NewLine, refusal.Faults.Select(f => f.Field is { } field
            ? ContractScript.At(script, new ContractFault(field, f)).ToString()
            : $"{new SourceSpan(file, 1, 1)}: error {f.Code}: {f.En} Nothing was saved."));

    private static async Task<int> Say(TextWriter to, string sentence, int exit)
    {
        await to.WriteLineAsync(sentence);
        return exit;
    }

    private sealed record Asked(string Slug, FileInfo File, string By);
}
