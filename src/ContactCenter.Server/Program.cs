using ContactCenter.Server;
using ContactCenter.Server.Scripts;

if (args is [CheckScripts.Name, .. var options])
    return CheckScripts.Run(options, Console.Out);

var app = await ContactCenterServer.Build(args);
await app.RunAsync();
return 0;
