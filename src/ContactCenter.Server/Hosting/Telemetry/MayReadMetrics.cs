using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Hosting.Telemetry;

/// <summary>
/// With a token configured: who brings it. Without one: this machine, speaking for itself. A proxy on this machine that brings somebody else's request
/// says so in a header, and is refused.
/// </summary>
internal sealed class MayReadMetrics : IAuthorizationRequirement
{
    private const string Scheme = "Bearer ";
    private static readonly string[] ForOthers = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public static bool Allows(HttpContext http, string? token) => token is { Length: > 0 } ? Brings(http, token) : IsThisMachine(http);

    private static bool Brings(HttpContext http, string token)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..]), Hash(token));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer)
            && !ForOthers.Any(http.Request.Headers.ContainsKey);
}

internal sealed class MayReadMetricsHandler(IOptions<TelemetryOptions> options) : AuthorizationHandler<MayReadMetrics>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MayReadMetrics requirement)
    {
        if (context.Resource is HttpContext http && MayReadMetrics.Allows(http, options.Value.MetricsToken))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
