using System.Security.Claims;
using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Identity;

internal static class SessionEndpoints
{
    private const int LongestInput = 256;

    public static async Task<IResult> Open(
        SignIn request, HttpContext http, PasswordCheck check, Sessions sessions, IOptions<SignInOptions> options)
    {
        if (request is not { Email.Length: > 0 and <= LongestInput, Password.Length: > 0 and <= LongestInput })
            return Problems.Of(StatusCodes.Status401Unauthorized, AccessProblems.SignInRefused);
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        switch (await check.Try(request.Email, request.Password, address, http.RequestAborted))
        {
            case SignedIn { Account: var account }:
                var user = await sessions.Begin(account, http.RequestAborted);
                await http.SignInAsync(user, new AuthenticationProperties { IsPersistent = false });
                return TypedResults.Ok(await sessions.Describe(user, http.RequestAborted));
            case TooManyAttempts:
                http.Response.Headers.RetryAfter = $"{options.Value.LockMinutes * 60}";
                return Problems.Of(StatusCodes.Status429TooManyRequests, AccessProblems.TooManyAttempts);
            default:
                return Problems.Of(StatusCodes.Status401Unauthorized, AccessProblems.SignInRefused);
        }
    }

    public static Task<SessionView> Show(ClaimsPrincipal user, Sessions sessions, CancellationToken cancellationToken) =>
        sessions.Describe(user, cancellationToken);

    public static async Task<IResult> Close(HttpContext http)
    {
        await http.SignOutAsync();
        return TypedResults.NoContent();
    }
}
