var app = await ContactCenter.Server.ContactCenterServer.Build(args);
await app.RunAsync();
