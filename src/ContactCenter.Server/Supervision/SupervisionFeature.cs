using System.Security.Claims;
using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Supervision;

internal static class SupervisionFeature
{
    public static WebApplicationBuilder AddSupervision(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Floor>();
        return builder;
    }

    public static void MapSupervision(this IEndpointRouteBuilder routes)
    {
        var floor = routes.MapGroup("/api/floor").RequireAuthorization(Policies.Supervisor);
        floor.MapGet("", (ClaimsPrincipal user, Floor of, CancellationToken stop) => of.Now(user, stop));
        floor.MapGet("day", (ClaimsPrincipal user, Floor of, CancellationToken stop) => of.Day(user, stop));
    }
}
