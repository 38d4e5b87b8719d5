using ContactCenter.Server;
using ContactCenter.TwilioSimulator;

// Ports, folder, hour, and whether a microphone is checked may be chosen:
// --console 5080 --phones 5090 --data .data --at 2026-11-23T10:00+01:00 --microphone true
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var (console, phones) = (settings.GetValue("console", 5080), settings.GetValue("phones", 5090));
var data = Path.GetFullPath(settings.GetValue("data", Path.Combine(Root(), ".data"))!);
Directory.CreateDirectory(data);
TimeProvider time = settings["at"] is { } at ? new ShiftedTime(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)) : TimeProvider.System;

var simulator = await Simulator.Start(new SimulatorOptions
{
    Port = phones,
    Time = time,
    AppVoiceUrl = $"http://localhost:{console}/twilio/voice/client",
});
var server = await ContactCenterServer.Build(["--environment", "Development", "--contentRoot", Root()], builder =>
{
    builder.WebHost.UseUrls($"http://localhost:{console}");
    builder.Services.AddSingleton(time);
    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Demo:Seed"] = "true",
        ["Demo:History"] = "true",
        ["Demo:Agenda"] = "true",
        ["Demo:Neighbour"] = "true",
        ["Billing:ConsoleUrl"] = $"http://localhost:{console}",
        ["ConnectionStrings:ContactCenter"] = $"Data Source={Path.Combine(data, "contactcenter.db")}",
        ["Twilio:AccountSid"] = simulator.Options.AccountSid,
        ["Twilio:AuthToken"] = simulator.Options.AuthToken,
        ["Twilio:ApiKeySid"] = simulator.Options.ApiKeySid,
        ["Twilio:ApiKeySecret"] = simulator.Options.ApiKeySecret,
        ["Twilio:TwimlAppSid"] = simulator.Options.TwimlAppSid,
        ["Twilio:ApiBaseUrl"] = $"http://localhost:{phones}",
        ["Twilio:InsightsBaseUrl"] = $"http://localhost:{phones}",
        ["Twilio:PublicBaseUrl"] = $"http://localhost:{console}",
        ["Twilio:ConfigureNumbers"] = "true",
        // A laptop with other work to do is not taken for a database that does not answer.
        ["Emergency:AnswerWithin"] = "10",
        ["Twilio:FallbackFolder"] = Path.Combine(data, "fallback"),
        ["Softphone:ScriptUrl"] = $"http://localhost:{phones}/sdk/twilio.js{(settings.GetValue("microphone", false) ? "?microphone=needed" : "")}",
        ["Hosting:SoftphoneOrigins:0"] = $"http://localhost:{phones}",
        ["Serilog:MinimumLevel:Default"] = "Warning",
    });
});
await server.StartAsync();
Console.WriteLine($"""

    ContactCenter, demonstration. Everything runs on this machine; no telephone rings outside.

      Secretary's console   http://localhost:{console}    claire@demo.contactcenter.local   Demo-2026!
      Patient's phone       http://localhost:{phones}

    Two practices have a number: Cabinet des Lilas, and Pédiatrie du Canal. The same secretaries answer for both.
    Other sign-ins, same password: nadia@, sophie@ (supervisor), cabinet@ and canal@ (the practices), compta@ (billing), admin@ …demo.contactcenter.local
    Press Ctrl+C to stop.

    """);
await server.WaitForShutdownAsync();
await simulator.DisposeAsync();

static string Root()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (Directory.Exists(Path.Combine(folder.FullName, "ivr-scripts")))
            return folder.FullName;
    }
    throw new DirectoryNotFoundException("The demonstration runs from the project's folder: ivr-scripts/ was not found above it.");
}
