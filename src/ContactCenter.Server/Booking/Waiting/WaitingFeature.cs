using ContactCenter.Server.Booking.Tasks;
using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Booking.Waiting;

internal static class WaitingFeature
{
    public static WebApplicationBuilder AddWaiting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WaitingOptions>().BindConfiguration(WaitingOptions.Section);
        builder.Services.AddSingleton<WaitingSeals>().AddSingleton<ShowWaiting>().AddSingleton<WaitlistEndpoints>().AddSingleton<ShowRefills>();
        builder.Services.AddSingleton<Recalls>().AddSingleton<StrandedPatients>().AddSingleton<Replans>();
        builder.Services.AddSingleton<TaskSubjects>().AddSingleton<TaskViews>().AddSingleton<TakeTasks>();
        builder.Services.AddSingleton<SettleSubject>().AddSingleton<UnreachedPatients>().AddSingleton<SettleTask>();
        builder.Services.AddSingleton<WaitingCandidates>().AddSingleton<OfferFreedSlots>();
        builder.Services.AddSingleton<FollowTasks>().AddSingleton<FollowRecalls>().AddSingleton<FollowReplans>().AddSingleton<WaitingLists>();
        builder.Services.AddSingleton<FollowWaiting>().AddHostedService(provider => provider.GetRequiredService<FollowWaiting>());
        return builder;
    }

    public static void MapWaiting(this IEndpointRouteBuilder routes)
    {
        var practice = routes.MapGroup("/api/practices/{practiceId:guid}").RequirePractice();
        MapLists(practice.MapGroup("").RequireAuthorization(Policies.PatientData), routes.ServiceProvider);
        practice.MapGroup("").RequireAuthorization(Policies.PracticeStaff).MapPost("absences/{absenceId:guid}/replan", routes.ServiceProvider.GetRequiredService<Replans>().Start);
        var agents = practice.MapGroup("call-tasks/{taskId:guid}").RequireAuthorization(Policies.AgentAtConsole);
        agents.MapPost("return", routes.ServiceProvider.GetRequiredService<TakeTasks>().Return);
        agents.MapPost("settle", routes.ServiceProvider.GetRequiredService<SettleTask>().Handle);
        var desk = routes.MapGroup("/api/call-tasks").RequireAuthorization(Policies.AgentAtConsole);
        desk.MapGet("", routes.ServiceProvider.GetRequiredService<TakeTasks>().Desk);
        desk.MapPost("take", routes.ServiceProvider.GetRequiredService<TakeTasks>().Take);
    }

    private static void MapLists(RouteGroupBuilder lists, IServiceProvider services)
    {
        var waitlist = services.GetRequiredService<WaitlistEndpoints>();
        lists.MapGet("waitlist", services.GetRequiredService<ShowWaiting>().List);
        lists.MapPost("waitlist", waitlist.Enter);
        lists.MapDelete("waitlist/{entryId:guid}", waitlist.Withdraw);
        lists.MapGet("waitlist/refills", services.GetRequiredService<ShowRefills>().Handle);
        var recalls = services.GetRequiredService<Recalls>();
        lists.MapGet("recalls", recalls.List);
        lists.MapPost("recalls", recalls.Enter);
        lists.MapDelete("recalls/{recallId:guid}", recalls.Drop);
        lists.MapGet("replans", services.GetRequiredService<Replans>().List);
    }
}
