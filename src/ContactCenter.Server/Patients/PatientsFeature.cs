using ContactCenter.Server.Identity;
using ContactCenter.Server.Patients.Accounts;
using ContactCenter.Server.Patients.Cases;
using ContactCenter.Server.Patients.File;
using ContactCenter.Server.Patients.Merging;

namespace ContactCenter.Server.Patients;

internal static class PatientsFeature
{
    public static WebApplicationBuilder AddPatients(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PatientTokens>();
        builder.Services.AddSingleton<PatientRecords>();
        builder.Services.AddSingleton<PatientSearch>();
        builder.Services.AddSingleton<SimilarPatients>();
        builder.Services.AddSingleton<PatientDesk>();
        builder.Services.AddSingleton<KnownCallers>();
        builder.Services.AddSingleton<CaseViews>().AddSingleton<CaseEndpoints>();
        builder.Services.AddSingleton<AccountEndpoints>();
        builder.Services.AddSingleton<MergeEndpoints>().AddSingleton<Duplicates>();
        builder.Services.AddSingleton<Timeline>().AddSingleton<ShowFile>();
        return builder;
    }

    public static void MapPatients(this IEndpointRouteBuilder routes)
    {
        var patients = routes.MapGroup("/api/practices/{practiceId:guid}/patients").RequireAuthorization(Policies.PatientData).RequirePractice();
        patients.MapPost("search", FindPatientsByPost.Handle);
        patients.MapGet("{patientId:guid}", ShowPatient.Handle);
        patients.MapPost("", CreatePatient.Handle);
        patients.MapPut("{patientId:guid}", ChangePatient.Handle);
        patients.MapGet("{patientId:guid}/file", routes.ServiceProvider.GetRequiredService<ShowFile>().Handle);
        var cases = routes.ServiceProvider.GetRequiredService<CaseEndpoints>();
        patients.MapPost("{patientId:guid}/cases", cases.Open);
        patients.MapPut("{patientId:guid}/cases/{caseId:guid}", cases.Change);
        routes.MapPut("/api/practices/{practiceId:guid}/calls/{callId:guid}/patient", NamePatientOfCall.Handle)
            .RequireAuthorization(Policies.AgentAtConsole).RequirePractice();
        MapStaff(routes.MapGroup("/api/practices/{practiceId:guid}").RequireAuthorization(Policies.PracticeStaff).RequirePractice(), routes.ServiceProvider);
    }

    private static void MapStaff(RouteGroupBuilder practice, IServiceProvider services)
    {
        var accounts = services.GetRequiredService<AccountEndpoints>();
        practice.MapGet("patients/{patientId:guid}/account", accounts.Show);
        practice.MapPost("patients/{patientId:guid}/account", accounts.Enter);
        var merges = services.GetRequiredService<MergeEndpoints>();
        practice.MapGet("duplicates", services.GetRequiredService<Duplicates>().Handle);
        practice.MapPost("patients/{patientId:guid}/merge", merges.Merge);
        practice.MapGet("merges", merges.List);
        practice.MapPost("merges/{mergeId:guid}/undo", merges.Undo);
        practice.MapGet("account-terms", accounts.ShowTerms);
        practice.MapPut("account-terms", accounts.ChangeTerms);
    }
}
