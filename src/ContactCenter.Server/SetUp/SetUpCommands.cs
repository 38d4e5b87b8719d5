using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Administration;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Hosting.Nodes;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static ContactCenter.Server.Hosting.CommandShell;

namespace ContactCenter.Server.SetUp;

/// <summary>
/// What makes a fresh installation usable, and who may do what in it: practices, their numbers, accounts. 0: done; 1: refused, and said; 2: the question
/// makes no sense; 78: the configuration is at fault. Passwords come on the standard input: arguments can be read by others on the machine.
/// </summary>
internal static class SetUpCommands
{
    public const string AddPractice = "add-practice";
    public const string AddLine = "add-line";
    public const string AddAccount = "add-account";
    public const string Assign = "assign-account";
    public const string SetPassword = "set-password";
    public const string Close = "close-account";
    public const string Reopen = "open-account";

    public static bool Has(string name) => name is AddPractice or AddLine or AddAccount or Assign or SetPassword or Close or Reopen;

    public static async Task<int> Run(string name, string[] args)
    {
        var builder = CommandShell.Builder();
        // A running server asks for the stamp of an account with each request: it need not be told.
        builder.Services.AddSingleton<IOtherNodes, LoneNode>().AddSingleton<EndedSessions>();
        builder.Services.AddSingleton<IPasswordHasher<UserAccount>, PasswordHasher<UserAccount>>().AddSingleton<Accounts>();
        builder.Services.AddSingleton<AuditHashes>().AddSingleton<AuditTrail>().AddAccountChanges();
        await using var app = builder.Build();
        return await Run(name, args, app.Services, new CommandTerminal(Console.In, Console.Out, Console.Error));
    }

    /// <param name="services">Those of a server, or of its storage and accounts alone; nothing of it is opened when the arguments are wrong.</param>
    public static Task<int> Run(string name, string[] args, IServiceProvider services, CommandTerminal terminal)
    {
        var command = name switch
        {
            AddPractice => PracticeCommand(services, terminal),
            AddLine => LineCommand(services, terminal),
            AddAccount => AccountCommand(services, terminal),
            Assign => AssignCommand(services, terminal),
            SetPassword => PasswordCommand(services, terminal),
            Close => CloseCommand(services, terminal),
            _ => ReopenCommand(services, terminal),
        };
        command.Add(new HelpOption());
        return CommandShell.Run(command, args, terminal.Output, terminal.Errors);
    }

    private static Command PracticeCommand(IServiceProvider services, CommandTerminal terminal)
    {
        var slug = Needed("--slug", "Its name in folders and addresses, such as cabinet-des-lilas.");
        var name = Needed("--name", "As it is written.");
        var line = Needed("--line", "The number that its patients dial, such as +33180000001.");
        var french = Needed("--answer-fr", "What an agent says when picking up.");
        var english = Needed("--answer-en", "The same in English.");
        var zone = new Option<string>("--zone") { DefaultValueFactory = _ => "Europe/Paris", Description = "The IANA zone of its clocks." };
        var holidays = new Option<HolidayRegion>("--holidays") { DefaultValueFactory = _ => HolidayRegion.Metropole, Description = "Whose public holidays it keeps." };
        var address = new Option<string?>("--address") { Description = "Where it is." };
        var phone = new Option<string?>("--own-phone") { Description = "Its own telephone: the last resort when nobody of ours can answer." };
        var command = new Command(AddPractice, "Adds a practice and the number that its patients dial.") { slug, name, line, french, english, zone, holidays, address, phone };
        command.SetAction((parsed, token) => Do(services, terminal, () => services.Make<SetUpPractices>().Add(
            new NewPractice(parsed.GetValue(slug)!, parsed.GetValue(name)!, parsed.GetValue(line)!, parsed.GetValue(french)!, parsed.GetValue(english)!)
            {
                Zone = parsed.GetValue(zone)!, Holidays = parsed.GetValue(holidays), Address = parsed.GetValue(address), OwnPhone = parsed.GetValue(phone),
            },
            token), token));
        return command;
    }

    private static Command LineCommand(IServiceProvider services, CommandTerminal terminal)
    {
        var practice = Needed("--practice", "The practice's slug.");
        var number = Needed("--number", "Such as +33180000001.");
        var label = Needed("--label", "What the number is for.");
        var command = new Command(AddLine, "Adds another number to a practice.") { practice, number, label };
        command.SetAction((parsed, token) => Do(services, terminal, () =>
            services.Make<SetUpPractices>().AddLine(parsed.GetValue(practice)!, parsed.GetValue(number)!, parsed.GetValue(label)!, token), token));
        return command;
    }

    private static Command AccountCommand(IServiceProvider services, CommandTerminal terminal)
    {
        var email = Needed("--email", "Whom it is for: the address to sign in with.");
        var name = Needed("--name", "As colleagues read it.");
        var roles = new Option<string[]>("--role") { Required = true, AllowMultipleArgumentsPerToken = true, Description = $"One or several of {string.Join(", ", Roles.All)}." };
        var practices = new Option<string[]>("--practice") { AllowMultipleArgumentsPerToken = true, Description = "Slugs of the practices she answers for or works in." };
        var english = new Option<bool>("--english") { Description = "Her screens are in English." };
        var languages = new Option<string[]>("--language")
        {
            AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["fr"], Description = "An agent's languages: two letters each.",
        };
        var command = new Command(AddAccount, "Adds an account. Its password is read from the standard input.") { email, name, roles, practices, english, languages };
        command.SetAction((parsed, token) => Do(services, terminal, () => services.Make<SetUpAccounts>().Add(
            new NewPerson(parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(roles)!, parsed.GetValue(practices) ?? [], parsed.GetValue(languages)!, parsed.GetValue(english)),
            terminal.Input.ReadLine() ?? "",
            token), token));
        return command;
    }

    private static Command AssignCommand(IServiceProvider services, CommandTerminal terminal)
    {
        var email = Needed("--email", "The account.");
        var practice = Needed("--practice", "The practice's slug.");
        var remove = new Option<bool>("--remove") { Description = "Takes the practice from the account instead." };
        var own = new Option<bool>("--own") { Description = "One of the practice's own secretaries: asked before the team." };
        var command = new Command(Assign, "Gives a practice to an account, or takes it away.") { email, practice, remove, own };
        command.SetAction((parsed, token) => Do(services, terminal, () =>
            services.Make<SetUpAccounts>().Assign(parsed.GetValue(email)!, parsed.GetValue(practice)!, parsed.GetValue(remove), parsed.GetValue(own), token), token));
        return command;
    }

    private static Command PasswordCommand(IServiceProvider services, CommandTerminal terminal)
    {
        var email = Needed("--email", "The account.");
        var command = new Command(SetPassword, "Gives an account another password, read from the standard input, and ends its sessions.") { email };
        command.SetAction((parsed, token) => Do(services, terminal, () =>
            services.Make<SetUpAccounts>().SetPassword(parsed.GetValue(email)!, terminal.Input.ReadLine() ?? "", token), token));
        return command;
    }

    private static Command CloseCommand(IServiceProvider services, CommandTerminal terminal)
    {
        var email = Needed("--email", "The account.");
        var command = new Command(Close, "Shuts an account: no sign-in, no calls, no practices. What it did stays under its name.") { email };
        command.SetAction((parsed, token) => Do(services, terminal, () => services.Make<SetUpAccounts>().Close(parsed.GetValue(email)!, token), token));
        return command;
    }

    private static Command ReopenCommand(IServiceProvider services, CommandTerminal terminal)
    {
        var email = Needed("--email", "The account.");
        var command = new Command(Reopen, "Opens a shut account again, with a password read from the standard input. Its practices are given anew.") { email };
        command.SetAction((parsed, token) => Do(services, terminal, () =>
            services.Make<SetUpAccounts>().Reopen(parsed.GetValue(email)!, terminal.Input.ReadLine() ?? "", token), token));
        return command;
    }

    private static Option<string> Needed(string name, string description) => new(name) { Required = true, Description = description };

    private static T Make<T>(this IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);

    private static async Task<int> Do(IServiceProvider services, CommandTerminal terminal, Func<Task<SetUpAnswer>> work, CancellationToken cancellationToken)
    {
        var (isDone, sentence, exit) = await Answer();
        await (isDone ? terminal.Output : terminal.Errors).WriteLineAsync(sentence);
        return exit;

        async Task<(bool, string, int)> Answer()
        {
            try
            {
                if (!await Schema.IsUp(services.GetRequiredService<Database>(), cancellationToken))
                    return (false, NoSchema, Misconfigured);
                var answer = await work();
                return (answer.IsDone, answer.Sentence, answer.IsDone ? 0 : CommandShell.Refused);
            }
            catch (OptionsValidationException fault)
            {
                return (false, string.Join(Environment.NewLine, fault.Failures), Misconfigured);
            }
            catch (DbUpdateException taken) when (UniqueViolation.Caused(taken))
            {
                return (false, "Somebody else did the same in this moment: look, and try again.", CommandShell.Refused);
            }
            catch (DbException unreachable)
            {
                return (false, $"The database does not answer: {unreachable.Message}", Misconfigured);
            }
        }
    }
}

/// <summary>Where a command reads and says.</summary>
internal sealed record CommandTerminal(TextReader Input, TextWriter Output, TextWriter Errors);

/// <summary>What came of it, in one sentence.</summary>
internal sealed record SetUpAnswer(bool IsDone, string Sentence)
{
    public static SetUpAnswer Done(string sentence) => new(true, sentence);

    public static SetUpAnswer No(string sentence) => new(false, sentence);
}
