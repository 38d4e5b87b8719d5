using System.Security.Claims;
using ContactCenter.Contracts.Triage;
using ContactCenter.Domain.Calls;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactCenter.Server.Triage;

internal static class TriageFeature
{
    /// <summary>What a caller says is written down in sentences, not in pages.</summary>
    private const int LongestWords = 2_000;

    public static WebApplicationBuilder AddTriage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TriageDesk>().AddSingleton<TriageViews>().AddSingleton<ProposeProtocolsForCall>();
        return builder;
    }

    public static void MapTriage(this IEndpointRouteBuilder routes)
    {
        var triage = routes.MapGroup("/api/calls/{callId:guid}/triage").RequireAuthorization(Policies.AgentAtConsole);
        triage.MapGet("", async (Guid callId, ClaimsPrincipal user, TriageDesk desk, CancellationToken token) =>
            Result(await desk.Show(new CallId(callId), user.AgentId(), token)));
        triage.MapPost("/proposals", async (Guid callId, ProposeProtocols asked, ClaimsPrincipal user, ProposeProtocolsForCall propose, CancellationToken token) =>
            asked.Words.Length > LongestWords ? TooLong() : Result(await propose.Handle(new CallId(callId), user.AgentId(), asked, token)));
        triage.MapPost("", async (Guid callId, StartTriage asked, IdempotencyKey key, ClaimsPrincipal user, TriageDesk desk, CancellationToken token) =>
            asked.Words.Length > LongestWords ? TooLong() : Result(await desk.Start(new CallId(callId), user.AgentId(), key.Value, asked, token)));
        triage.MapPost("/answers", async (Guid callId, AnswerTriage asked, IdempotencyKey key, ClaimsPrincipal user, TriageDesk desk, CancellationToken token) =>
            asked.ExactWords?.Length > LongestWords ? TooLong() : Result(await desk.Answer(new CallId(callId), user.AgentId(), key.Value, asked, token)));
        triage.MapPost("/doubt", async (Guid callId, DoubtTriage asked, IdempotencyKey key, ClaimsPrincipal user, TriageDesk desk, CancellationToken token) =>
            asked.ExactWords?.Length > LongestWords ? TooLong() : Result(await desk.Doubt(new CallId(callId), user.AgentId(), key.Value, asked, token)));
        triage.MapPost("/raise", async (Guid callId, RaiseTriage asked, IdempotencyKey key, ClaimsPrincipal user, TriageDesk desk, CancellationToken token) =>
            asked.ExactWords?.Length > LongestWords ? TooLong() : Result(await desk.Raise(new CallId(callId), user.AgentId(), key.Value, asked, token)));
    }

    private static IResult Result(TriageOutcome outcome) => outcome switch
    {
        { NoSuchCall: true } => Problems.NotFound(),
        { Problem: { } code } => Problems.Conflict(code),
        { View: { } view } => TypedResults.Ok(view),
        _ => TypedResults.NoContent(),
    };

    private static IResult Result(IReadOnlyList<ProposedProtocol>? proposals) =>
        proposals is null ? Problems.NotFound() : TypedResults.Ok(proposals);

    private static ProblemHttpResult TooLong() => Problems.Invalid("words-too-long");
}
