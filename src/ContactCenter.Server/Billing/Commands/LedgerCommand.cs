using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ContactCenter.Server.Billing.Ledgers;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.Billing.Commands;

/// <summary>
/// <c>reconcile --day 2026-11-23</c>: what every night does with the day that ended. 0: compared, whatever was found; 1: the vendor's records could
/// not be read; 2: the question makes no sense; 78: the configuration is at fault.
/// </summary>
internal static class LedgerCommand
{
    public const string Name = "reconcile";
    public const string Description = "Compares a day's calls with the telephony vendor's records; differences become the clerk's tasks.";

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var day = new Option<string>("--day") { Required = true, Description = "A day in UTC, such as 2026-11-23." };
        var command = new Command(Name, Description) { day, new HelpOption() };
        command.SetAction((parsed, token) => Compare(parsed.GetValue(day)!, services, output, errors, token));
        return await CommandShell.Run(command, args, output, errors);
    }

    private static async Task<int> Compare(string text, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (!LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
            return Say(errors, $"'{text}' is no day: write it as 2026-11-23.", Misunderstood);
        try
        {
            if (LedgerDay.Of(day).Start > services.GetRequiredService<IClock>().GetCurrentInstant())
                return Say(errors, $"{text} has not begun.", Misunderstood);
            if (!services.GetRequiredService<ICarrier>().HasAccount)
                return Say(errors, "There is no account at the telephony vendor: set Twilio:AccountSid, Twilio:AuthToken and Twilio:PublicBaseUrl.", Misconfigured);
            if (!await Schema.IsUp(services.GetRequiredService<Database>(), cancellationToken))
                return Say(errors, NoSchema, Misconfigured);
            var compared = await services.GetRequiredService<CompareLedgers>().Day(day, cancellationToken);
            foreach (var finding in compared.Open)
                await output.WriteLineAsync($"{finding.Leg}: {finding.Difference}, ours {finding.OurSeconds} s, theirs {finding.TheirSeconds} s, call {finding.CallId?.ToString() ?? "unknown"}");
            await output.WriteLineAsync($"{text}: {compared.CarrierLegs} legs of the vendor, {compared.MeasuredLegs} of ours, {compared.Open.Count} differ");
            return 0;
        }
        catch (OptionsValidationException fault)
        {
            return Say(errors, string.Join(Environment.NewLine, fault.Failures), Misconfigured);
        }
        catch (CarrierSilentException silent)
        {
            return Say(errors, $"{silent.Message} Nothing was changed: run it again later.", 1);
        }
        catch (OperationCanceledException)
        {
            return Say(errors, "Stopped. Nothing was changed: run it again.", 1);
        }
        catch (DbException unreachable)
        {
            return Say(errors, $"The database does not answer: {unreachable.Message}", Misconfigured);
        }
    }

    private static int Say(TextWriter errors, string sentence, int code)
    {
        errors.WriteLine(sentence);
        return code;
    }
}
