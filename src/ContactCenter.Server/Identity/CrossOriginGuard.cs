using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Hosting;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Identity;

/// <summary>
/// Refuses what another site's page sends with our cookie: changes under <c>/api</c>, and any connection to a hub (a
/// WebSocket is not held by the same-origin rule). Browsers name the page's origin on exactly these requests.
/// </summary>
internal sealed class CrossOriginGuard(RequestDelegate next, IOptions<HostingOptions> options)
{
    public Task Invoke(HttpContext http) => IsGuarded(http.Request) && !IsOwn(http.Request)
        ? Problems.Of(StatusCodes.Status403Forbidden, AccessProblems.CrossOrigin).ExecuteAsync(http)
        : next(http);

    private static bool IsGuarded(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs")
        || (request.Path.StartsWithSegments("/api") && !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)));

    private bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || options.Value.ConsoleOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }
}
