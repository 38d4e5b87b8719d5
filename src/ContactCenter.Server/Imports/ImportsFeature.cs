using ContactCenter.Server.Identity;
using ContactCenter.Server.Imports.Agendas;
using ContactCenter.Server.Imports.People;

namespace ContactCenter.Server.Imports;

internal static class ImportsFeature
{
    public static WebApplicationBuilder AddImports(this WebApplicationBuilder builder)
    {
        builder.AddImporting();
        builder.Services.AddSingleton<ImportEndpoints>();
        return builder;
    }

    /// <summary>What the commands need too.</summary>
    public static WebApplicationBuilder AddImporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KnownPeople>().AddSingleton<ImportPatients>();
        builder.Services.AddSingleton<PatientsByName>().AddSingleton<EnterImported>().AddSingleton<ImportAppointments>();
        return builder;
    }

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.ServiceProvider.GetRequiredService<ImportEndpoints>();
        var practice = routes.MapGroup("/api/practices/{practiceId:guid}/imports").RequireAuthorization(Policies.PracticeStaff).RequirePractice();
        practice.MapPost("patients", imports.Patients);
        practice.MapPost("appointments", imports.Appointments);
    }
}
