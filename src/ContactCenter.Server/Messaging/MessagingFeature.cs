using System.Security.Claims;
using ContactCenter.Contracts.Calls;
using ContactCenter.Server.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Messaging;

internal static class MessagingFeature
{
    public static WebApplicationBuilder AddMessaging(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MessagingOptions>().BindConfiguration(MessagingOptions.Section)
            .Validate(o => o.KeepRecordingsDays is >= 1 and <= 180, "Messaging:KeepRecordingsDays must be from 1 to 180.").ValidateOnStart();
        builder.Services.AddSingleton<MessageEndpoints>().AddSingleton<KeepMessages>().AddSingleton<IEffectHand>(provider => provider.GetRequiredService<KeepMessages>());
        builder.Services.AddSingleton<PatientWishes>().AddSingleton<IEffectHand, KeepWishes>();
        return builder;
    }

    public static void MapMessaging(this IEndpointRouteBuilder routes)
    {
        var messages = routes.MapGroup("/api/practices/{practiceId:guid}/messages").RequirePractice();
        messages.MapPost("", (Guid practiceId, MessageForPractice message, IdempotencyKey key, ClaimsPrincipal user, MessageEndpoints to, CancellationToken stop) =>
            to.Take(practiceId, message, key, user, stop)).RequireAuthorization(Policies.AgentAtConsole);
        messages.MapGet("", (Guid practiceId, bool? unread, ClaimsPrincipal user, MessageEndpoints to, CancellationToken stop) =>
            to.List(practiceId, unread, user, stop)).RequireAuthorization(Policies.PatientData);
        messages.MapPost("{messageId:guid}/read", (Guid practiceId, Guid messageId, ClaimsPrincipal user, MessageEndpoints to, CancellationToken stop) =>
            to.Mark(practiceId, messageId, true, user, stop)).RequireAuthorization(Policies.PracticeStaff);
        messages.MapPost("{messageId:guid}/unread", (Guid practiceId, Guid messageId, ClaimsPrincipal user, MessageEndpoints to, CancellationToken stop) =>
            to.Mark(practiceId, messageId, false, user, stop)).RequireAuthorization(Policies.PracticeStaff);
        messages.MapGet("{messageId:guid}/recording", (Guid practiceId, Guid messageId, ClaimsPrincipal user, HttpContext http, MessageEndpoints to, CancellationToken stop) =>
            to.Recording(practiceId, messageId, user, http, stop)).RequireAuthorization(Policies.PatientData);
    }
}
