using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime.Text;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.Booking.Rehearsing;

/// <summary>
/// <c>replay-bookings --practice SLUG --month 2026-10 --rules booking.yaml</c>: what a new version of the rules would have changed. 0: replayed, whatever
/// was found; 1: the rules are wrong, each fault with its place; 2: the question makes no sense; 78: the configuration is at fault. Changes nothing.
/// </summary>
internal static class RehearseCommand
{
    public const string Name = "replay-bookings";

    public static async Task<int> Run(string[] args)
    {
        var builder = CommandShell.Builder();
        builder.Services.AddSingleton<PatientTokens>().AddSingleton<PatientRecords>().AddSingleton<ScriptLibrary>().AddSingleton<RehearseRules>();
        await using var app = builder.Build();
        return await Run(args, app.Services, Console.Out, Console.Error);
    }

    /// <param name="services">Those of a server, or of its storage and scripts alone; nothing of it is opened when the arguments are wrong.</param>
    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var practice = new Option<string>("--practice") { Required = true, Description = "The practice's slug." };
        var month = new Option<string>("--month") { Required = true, Description = "Such as 2026-10: when it was booked, not when it took place." };
        var rules = new Option<FileInfo>("--rules") { Required = true, Description = "The new booking rules as YAML." };
        var command = new Command(Name, "Says what new booking rules would have changed in a past month. Changes nothing.") { practice, month, rules, new HelpOption() };
        command.SetAction(async (parsed, token) =>
        {
            var (exit, said) = await Replay(services, parsed.GetValue(practice)!, parsed.GetValue(month)!, parsed.GetValue(rules)!, token);
            foreach (var sentence in said)
                await (exit == 0 ? output : errors).WriteLineAsync(sentence);
            return exit;
        });
        return await CommandShell.Run(command, args, output, errors);
    }

    private static async Task<(int Exit, IEnumerable<string> Said)> Replay(
        IServiceProvider services, string slug, string month, FileInfo rules, CancellationToken cancellationToken)
    {
        if (!YearMonthPattern.Iso.Parse(month).TryGetValue(default, out var wanted))
            return (Misunderstood, [$"'{month}' is no month: write it as 2026-10."]);
        if (!rules.Exists)
            return (Misunderstood, [$"There is no file {rules.Name}."]);
        try
        {
            var next = BundleCompiler.Booking(new ScriptBundle([new ScriptFile(rules.Name, await File.ReadAllTextAsync(rules.FullName, cancellationToken))]));
            if (next.Value is not { } book || next.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
                return (Refused, next.Diagnostics.Select(d => d.ToString()));
            if (!await Schema.IsUp(services.GetRequiredService<Database>(), cancellationToken))
                return (Misconfigured, [NoSchema]);
            var found = await services.GetRequiredService<Store>().Read((db, token) => db.Set<Practice>().SingleOrDefaultAsync(p => p.Slug == slug, token), cancellationToken);
            if (found is not { } practice)
                return (Refused, [$"There is no practice '{slug}'."]);
            if (services.GetRequiredService<ScriptLibrary>().Current.For(slug)?.Booking is not { } now)
                return (Refused, [$"The calendar of '{slug}' is not kept here: it has no booking rules to compare with."]);
            var rehearsal = await services.GetRequiredService<RehearseRules>().Do(practice.Id, wanted, now, book, cancellationToken);
            return (0, [.. next.Diagnostics.Select(d => d.ToString()), .. rehearsal.Changes.Select(c => RehearsalText.Line(c, practice.Id, book)), RehearsalText.Sum(rehearsal, month, now, book)]);
        }
        catch (ConfigurationFault fault)
        {
            return (Misconfigured, fault.Failures);
        }
        catch (OptionsValidationException fault)
        {
            return (Misconfigured, fault.Failures);
        }
        catch (OperationCanceledException)
        {
            return (Refused, ["Stopped. Nothing was changed."]);
        }
        catch (DbException unreachable)
        {
            return (Misconfigured, [$"The database does not answer: {unreachable.Message}"]);
        }
    }
}
