using Microsoft.AspNetCore.SignalR;

namespace ContactCenter.Server.Consoles;

/// <summary>A console that goes away in the middle of a question is no fault: nobody is left to answer, and nothing is logged as an error.</summary>
internal sealed class GoneConsoles : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (OperationCanceledException) when (invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            return null;
        }
    }
}
