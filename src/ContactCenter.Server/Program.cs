using System.Reflection;
using ContactCenter.Server;
using ContactCenter.Server.Billing.Commands;
using ContactCenter.Server.Booking.Rehearsing;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Imports;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.SetUp;

switch (args)
{
    case [CheckScripts.Name, .. var options]:
        return CheckScripts.Run(options, Console.Out);
    case [ExportCalls.Name, .. var options]:
        return await ExportCalls.Run(options);
    case [RehearseCommand.Name, .. var options]:
        return await RehearseCommand.Run(options);
    case [var name, .. var options] when ImportCommand.Has(name):
        return await ImportCommand.Run(name, options);
    case [var name, .. var options] when SetUpCommands.Has(name):
        return await SetUpCommands.Run(name, options);
    case [var name, .. var options] when BillingCommands.Has(name):
        return await BillingCommands.Run(name, options);
}

try
{
    var app = await ContactCenterServer.Build(args);
    await app.RunAsync();
    return 0;
}
// Inside another program, such as a test, the exception itself is the better answer.
catch (ConfigurationFault fault) when (Assembly.GetEntryAssembly() == typeof(ContactCenterServer).Assembly)
{
    foreach (var sentence in fault.Failures)
        Console.Error.WriteLine(sentence);
    return 78;
}
