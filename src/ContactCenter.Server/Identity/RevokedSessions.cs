using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Identity;

/// <summary>A hub connection outlives the request that opened it: each call on it asks again whether the session holds.</summary>
internal sealed class RevokedSessions(Sessions sessions) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocationContext.Context.User is { Identity.IsAuthenticated: true } user
            && await sessions.Holds(user, invocationContext.Context.ConnectionAborted))
            return await next(invocationContext);
        invocationContext.Context.Abort();
        throw new HubException(Contracts.Identity.AccessProblems.SignInNeeded);
    }
}
