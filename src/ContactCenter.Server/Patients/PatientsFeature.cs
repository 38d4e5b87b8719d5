using ContactCenter.Server.Identity;

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
        return builder;
    }

    public static void MapPatients(this IEndpointRouteBuilder routes)
    {
        var patients = routes.MapGroup("/api/practices/{practiceId:guid}/patients").RequireAuthorization(Policies.PatientData).RequirePractice();
        patients.MapPost("search", FindPatientsByPost.Handle);
        patients.MapGet("{patientId:guid}", ShowPatient.Handle);
        patients.MapPost("", CreatePatient.Handle);
        patients.MapPut("{patientId:guid}", ChangePatient.Handle);
    }
}
