using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Administration;

/// <summary>Who may sign in, as what and where; and which practices there are.</summary>
internal static class AdministrationFeature
{
    public static WebApplicationBuilder AddAdministration(this WebApplicationBuilder builder)
    {
        builder.Services.AddAccountChanges().AddHttpContextAccessor();
        builder.Services.AddSingleton<ShowAccounts>().AddSingleton<ShowPractices>().AddSingleton<AccountReplies>();
        return builder;
    }

    /// <summary>What commands change accounts with as well.</summary>
    public static IServiceCollection AddAccountChanges(this IServiceCollection services) =>
        services.AddSingleton<AccountUnits>().AddSingleton<AccountDesk>().AddSingleton<AccountActs>();

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var administration = routes.MapGroup("/api/administration").RequireAuthorization(Policies.Administrator);
        administration.MapGet("practices", (ShowPractices show, CancellationToken stop) => show.All(stop));
        administration.MapGet("accounts", AccountEndpoints.List);
        administration.MapPost("accounts", AccountEndpoints.Add);
        var account = administration.MapGroup("accounts/{accountId:guid}");
        account.MapGet("", AccountEndpoints.Show);
        account.MapPut("", AccountEndpoints.Change);
        account.MapPost("password", AccountEndpoints.SetPassword);
        account.MapPost("end-sessions", AccountEndpoints.EndSessions);
        account.MapPost("unlock", AccountEndpoints.Unlock);
        account.MapPost("close", AccountEndpoints.Close);
        account.MapPost("reopen", AccountEndpoints.Reopen);
    }
}
