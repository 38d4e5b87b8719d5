using System.CommandLine;

namespace ContactCenter.TwilioSimulator.Hosting;

/// <summary>The options with which a command says where the simulator is, or what to start one with.</summary>
internal sealed class SimulatorLocation
{
    private readonly Option<Uri> _simulator = Address("--simulator", "A running simulator; one is started when none answers there.",
        "http://localhost:5090");
    private readonly Option<Uri> _server = Server();

    public static Option<Uri> Server() => Address("--server", "The server whose addresses the numbers of a started simulator ask.",
        "http://localhost:5080");

    public void AddTo(Command command)
    {
        command.Options.Add(_simulator);
        command.Options.Add(_server);
    }

    public ReachSimulator Read(ParseResult parsed) => new(parsed.GetRequiredValue(_simulator), parsed.GetRequiredValue(_server));

    private static Option<Uri> Address(string name, string description, string otherwise) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => new Uri(otherwise),
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                return url;
            result.AddError($"{name}: write an address such as {otherwise}.");
            return null;
        },
    };
}
