using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ContactCenter.Server.Identity;

/// <summary>The session's cookie: no script reads it, no other site sends it, and an API client is never redirected to a page.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        var httpAllowed = environment.IsDevelopment();
        options.Cookie.Name = httpAllowed ? "contactcenter" : "__Host-contactcenter";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = httpAllowed ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        // A working day: a console that stays open renews it by its requests.
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = RefuseRevoked;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    }

    private static async Task RefuseRevoked(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        if (RequirePractice.PracticeOf(http) is { } practice)
        {
            var (holds, isAssigned) = await sessions.Holds(context.Principal!, practice, http.RequestAborted);
            if (holds)
            {
                http.Features.Set(new AssignedPractice(practice, isAssigned));
                return;
            }
        }
        else if (await sessions.Holds(context.Principal!, http.RequestAborted))
        {
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync();
    }
}
