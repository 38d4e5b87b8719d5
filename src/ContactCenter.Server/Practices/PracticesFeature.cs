using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Practices;

internal static class PracticesFeature
{
    public static WebApplicationBuilder AddPractices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Instructions>();
        return builder;
    }

    public static void MapPractices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/practices", PracticeEndpoints.Mine).RequireAuthorization(Policies.SignedIn);
        var practice = routes.MapGroup("/api/practices/{practiceId:guid}");
        practice.MapGet("", PracticeEndpoints.Show).RequireAuthorization(Policies.SignedIn).RequirePracticeOrOversight();
        practice.MapGet("instructions", InstructionEndpoints.List).RequireAuthorization(Policies.PatientData).RequirePractice();

        var staff = practice.MapGroup("").RequireAuthorization(Policies.PracticeStaff).RequirePractice();
        staff.MapPost("instructions", InstructionEndpoints.Give);
        staff.MapDelete("instructions/{instructionId:guid}", InstructionEndpoints.Withdraw);
        staff.MapPut("forced-close", ForcedCloseEndpoints.Close);
        staff.MapDelete("forced-close", ForcedCloseEndpoints.Lift);
        staff.MapGet("colleagues", ColleagueEndpoints.List);
        staff.MapPost("colleagues", ColleagueEndpoints.Name);
        staff.MapDelete("colleagues/{colleagueId:guid}", ColleagueEndpoints.Forget);
    }
}
