using ContactCenter.Server;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Scripts;

switch (args)
{
    case [CheckScripts.Name, .. var options]:
        return CheckScripts.Run(options, Console.Out);
    case [ExportCalls.Name, .. var options]:
        return await ExportCalls.Run(options);
}

var app = await ContactCenterServer.Build(args);
await app.RunAsync();
return 0;
