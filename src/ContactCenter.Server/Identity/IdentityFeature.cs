using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity.Audit;
using ContactCenter.Server.Identity.SessionKeys;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Identity;

internal static class IdentityFeature
{
    public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section);
        services.AddSingleton<IPasswordHasher<UserAccount>, PasswordHasher<UserAccount>>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<PracticeAccess>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<AuditHashes>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditCheck>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(provider =>
            new ConfigureNamedOptions<CookieAuthenticationOptions>(
                CookieAuthenticationDefaults.AuthenticationScheme,
                cookie => SessionCookie.Configure(cookie, provider.GetRequiredService<IHostEnvironment>())));
        services.AddAuthorization(Policies.Add);
        services.AddDataProtection().SetApplicationName("ContactCenter");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeepSessionKeys>();
        services.AddSingleton<RevokedSessions>();
        services.Configure<HubOptions>(hubs => hubs.AddFilter<RevokedSessions>());
        return builder;
    }

    public static WebApplication UseIdentity(this WebApplication app)
    {
        app.UseMiddleware<CrossOriginGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/api/session");
        session.MapPost("", SessionEndpoints.Open).AllowAnonymousBecause("Signing in is how one stops being anonymous.");
        session.MapGet("", SessionEndpoints.Show).RequireAuthorization(Policies.SignedIn);
        session.MapDelete("", (Delegate)SessionEndpoints.Close).AllowAnonymousBecause("Signing out twice is no fault.");
    }
}
