using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Identity;

/// <summary>A hub connection outlives the request that opened it: each call on it asks again whether the session holds, by our clock.</summary>
internal sealed class RevokedSessions(Sessions sessions, TimeProvider time) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        if (context.User is { Identity.IsAuthenticated: true } user && !HasRunOut(context) && await sessions.Holds(user, CancellationToken.None))
            return await next(invocationContext);
        context.Abort();
        throw new HubException(Contracts.Identity.AccessProblems.SignInNeeded);
    }

    private bool HasRunOut(HubCallerContext context) =>
        context.GetHttpContext()?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc <= time.GetUtcNow();
}
