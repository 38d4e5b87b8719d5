using ContactCenter.Server.Administration;
using ContactCenter.Server.Billing;
using ContactCenter.Server.Booking;
using ContactCenter.Server.Booking.Waiting;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Consoles;
using ContactCenter.Server.Demo;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Imports;
using ContactCenter.Server.Messaging;
using ContactCenter.Server.Metering;
using ContactCenter.Server.Patients;
using ContactCenter.Server.Practices;
using ContactCenter.Server.Routing;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using ContactCenter.Server.Supervision;
using ContactCenter.Server.Telephony;
using ContactCenter.Server.Triage;

namespace ContactCenter.Server;

/// <summary>The server as a table of contents; the demonstration and the tests build the same one with other settings.</summary>
public static class ContactCenterServer
{
    public static async Task<WebApplication> Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The server's own name, whoever hosts it: the console's files are listed under it.
        var builder = WebApplication.CreateBuilder(["--applicationName", typeof(ContactCenterServer).Assembly.GetName().Name!, .. args]);
        builder.WebHost.UseStaticWebAssets();
        configure?.Invoke(builder);
        builder.AddHosting();
        builder.AddStorage();
        builder.AddIdentity();
        builder.AddPractices();
        builder.AddPatients();
        builder.AddScripts();
        builder.AddCalls();
        builder.AddTelephony();
        builder.AddRouting();
        builder.AddConsoles();
        builder.AddBooking();
        builder.AddWaiting();
        builder.AddImports();
        builder.AddMetering();
        builder.AddBilling();
        builder.AddLedgers();
        builder.AddTriage();
        builder.AddMessaging();
        builder.AddSupervision();
        builder.AddAdministration();

        var app = builder.Build();
        app.CheckConfiguration();
        await app.MigrateDatabase();
        await DemoData.Seed(app);
        app.UseHosting();
        app.UseIdentity();
        app.MapIdentity();
        app.MapPractices();
        app.MapPatients();
        app.MapTelephony();
        app.MapConsoles();
        app.MapBooking();
        app.MapWaiting();
        app.MapImports();
        app.MapMetering();
        app.MapBilling();
        app.MapTriage();
        app.MapMessaging();
        app.MapSupervision();
        app.MapAdministration();
        app.MapHosting();
        return app;
    }
}
