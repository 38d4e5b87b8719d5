using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ContactCenter.Contracts.Billing;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Billing.Rows;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.Billing.Commands;

/// <summary>
/// What the billing clerk's screen does, from the command line and for all practices at once. 0: done; 1: something was refused, and said;
/// 2: the question makes no sense; 78: the configuration is at fault. Each practice is done as a whole or not at all.
/// </summary>
internal static class BillingCommands
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [MonthWork.Close] = "Closes a month that has ended: what comes later is an adjustment of the next.",
        [MonthWork.Issue] = "Gives the closed month of each practice its invoice; who has one keeps it.",
        [MonthWork.Simulate] = "Says what a month would have cost under another tariff. Changes nothing.",
        [MonthWork.Export] = "Writes one zip per practice with the files of a closed month.",
        [MonthWork.Margins] = "Says what each practice's month left after the vendor and the agents were paid.",
        [LedgerCommand.Name] = LedgerCommand.Description,
    };

    public static bool Has(string name) => Known.ContainsKey(name) || name is ContractCommand.Name or YearCommand.Name;

    public static async Task<int> Run(string name, string[] args)
    {
        var builder = CommandShell.Builder();
        builder.AddBilling();
        builder.AddCarrier();
        await using var app = builder.Build();
        return name switch
        {
            ContractCommand.Name => await ContractCommand.Run(args, app.Services, Console.Out, Console.Error),
            YearCommand.Name => await YearCommand.Run(args, app.Services, Console.Out, Console.Error),
            _ => await Run(name, args, app.Services, Console.Out, Console.Error),
        };
    }

    /// <param name="services">Those of a server, or of <see cref="AddBilling"/> alone; nothing of it is opened when the arguments are wrong.</param>
    public static async Task<int> Run(string name, string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        if (name == LedgerCommand.Name)
            return await LedgerCommand.Run(args, services, output, errors);
        var month = new Option<string>("--month") { Required = true, Description = "Such as 2026-11." };
        var practice = new Option<string?>("--practice") { Description = "One practice's slug; without it all that have a contract." };
        var tariff = new Option<string>("--tariff") { Required = true, Description = "The name of a tariff in the folder tariffs." };
        var version = new Option<int?>("--version") { Description = "Its version; without it the newest that a contract could have begun with." };
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "The folder to write to; a file of the same name is replaced." };
        var command = new Command(name, Known[name]) { month, practice, new HelpOption() };
        if (name == MonthWork.Simulate)
        {
            command.Add(tariff);
            command.Add(version);
        }
        else if (name == MonthWork.Export)
            command.Add(folder);
        command.SetAction((parsed, token) => Work(
            new MonthWork(services, output, errors), name, parsed.GetValue(month)!, parsed.GetValue(practice),
            name == MonthWork.Simulate ? new SimulateTariff(parsed.GetValue(tariff)!, parsed.GetValue(version)) : null,
            name == MonthWork.Export ? parsed.GetValue(folder) : null, token));
        return await CommandShell.Run(command, args, output, errors);
    }

    private static async Task<int> Work(
        MonthWork work, string name, string month, string? practice, SimulateTariff? simulate, DirectoryInfo? folder,
        CancellationToken cancellationToken)
    {
        if (!BillingMonth.TryParse(month, out var wanted))
        {
            await work.Errors.WriteLineAsync($"'{month}' is no month: write it as 2026-11.");
            return Misunderstood;
        }

        try
        {
            if (!await Schema.IsUp(work.Database, cancellationToken))
            {
                await work.Errors.WriteLineAsync(NoSchema);
                return Misconfigured;
            }

            return await work.ForEach(practice, wanted, name switch
            {
                MonthWork.Close => work.CloseOne,
                MonthWork.Issue => work.IssueOne,
                MonthWork.Simulate => (p, m, token) => work.SimulateOne(p, m, simulate!, token),
                MonthWork.Export => (p, m, token) => work.ExportOne(p, m, folder!, token),
                MonthWork.Margins => work.MarginOne,
                _ => throw new InvalidOperationException(name),
            }, cancellationToken);
        }
        catch (OptionsValidationException fault)
        {
            foreach (var sentence in fault.Failures)
                await work.Errors.WriteLineAsync(sentence);
            return Misconfigured;
        }
        catch (OperationCanceledException)
        {
            await work.Errors.WriteLineAsync("Stopped. What has its line is done; run it again for the rest.");
            return 1;
        }
        catch (DbException unreachable)
        {
            await work.Errors.WriteLineAsync($"The database does not answer: {unreachable.Message}");
            return Misconfigured;
        }
    }
}
