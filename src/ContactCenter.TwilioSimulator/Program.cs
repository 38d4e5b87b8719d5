using System.CommandLine;
using ContactCenter.TwilioSimulator;
using ContactCenter.TwilioSimulator.Hosting;
using ContactCenter.TwilioSimulator.Load;
using ContactCenter.TwilioSimulator.Scenarios;

var port = new Option<int>("--port") { Description = "Where it listens, on this machine.", DefaultValueFactory = _ => 5090 };
var server = SimulatorLocation.Server();
var root = new RootCommand("A stand-in for Twilio at the wire, with telephones in the browser.") { port, server, CallCommand.Build(),
    LoadCommand.Build() };
root.SetAction(async (parsed, cancellationToken) =>
{
    await using var simulator = await Simulator.Start(Standalone.Options(parsed.GetRequiredValue(port), parsed.GetRequiredValue(server)));
    Console.WriteLine($"Twilio simulator and phones: {simulator.Address}");
    await simulator.WaitForShutdown();
});
return await root.Parse(args).InvokeAsync();
