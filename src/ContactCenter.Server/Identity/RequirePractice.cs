using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;

namespace ContactCenter.Server.Identity;

/// <summary>
/// For routes with <c>{practiceId:guid}</c>: other people's practices answer 404, as things that do not exist. Stands as
/// metadata on the endpoint too, so that a test finds a route that should ask and does not.
/// </summary>
internal sealed class RequirePractice(bool oversightSuffices) : IEndpointFilter
{
    public const string RouteKey = "practiceId";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return PracticeOf(http) is { } practice && await IsSeen(http, practice) ? await next(context) : Problems.NotFound();
    }

    /// <summary>The practice in the address; null where there is none.</summary>
    public static PracticeId? PracticeOf(HttpContext http) => Guid.TryParse(http.GetRouteValue(RouteKey)?.ToString(), out var practice) ? new PracticeId(practice) : null;

    private Task<bool> IsSeen(HttpContext http, PracticeId practice)
    {
        if (http.Features.Get<AssignedPractice>() is { } asked && asked.Practice == practice && (asked.IsAssigned || !oversightSuffices))
            return Task.FromResult(asked.IsAssigned);
        var access = http.RequestServices.GetRequiredService<PracticeAccess>();
        return oversightSuffices
            ? access.Oversees(http.User, practice, http.RequestAborted)
            : access.Includes(http.User, practice, http.RequestAborted);
    }
}

/// <summary>What was found out about the practice in the address when the session was looked up.</summary>
internal sealed record AssignedPractice(PracticeId Practice, bool IsAssigned);

internal static class RequirePracticeExtensions
{
    /// <summary>Agents, staff and supervisors of the practice.</summary>
    public static TBuilder RequirePractice<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.Require(new RequirePractice(oversightSuffices: false));

    /// <summary>Also billing and administrators; for what shows no patient.</summary>
    public static TBuilder RequirePracticeOrOversight<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.Require(new RequirePractice(oversightSuffices: true));

    private static TBuilder Require<TBuilder>(this TBuilder endpoints, RequirePractice filter)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(filter).WithMetadata(filter);
}
