using ContactCenter.Server.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>A practice's own people read, try and change its booking rules.</summary>
internal static class RulebookFeature
{
    /// <summary>The longest text that the reader takes, each character escaped, and the rest of the request.</summary>
    private const long MostBytes = 2 * 1024 * 1024;

    public static IServiceCollection AddRulebook(this IServiceCollection services) => services
        .AddSingleton<Rulebooks>().AddSingleton<RuleCheck>().AddSingleton<RuleChanges>().AddSingleton<RuleWriter>().AddSingleton<RulesView>()
        .AddSingleton<ShowRules>().AddSingleton<TryRules>().AddSingleton<PutRulesInForce>();

    public static void MapRulebook(this RouteGroupBuilder practice, IServiceProvider services)
    {
        var rules = practice.MapGroup("rules").RequireAuthorization(Policies.PracticeStaff).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        var show = services.GetRequiredService<ShowRules>();
        rules.MapGet("", show.Current);
        rules.MapGet("history", show.History);
        rules.MapGet("history/{hash}", show.OfHash);
        var trying = services.GetRequiredService<TryRules>();
        rules.MapPost("check", trying.Check);
        rules.MapPost("edit", trying.Edit);
        rules.MapPost("rehearse", trying.Rehearse);
        rules.MapPut("", services.GetRequiredService<PutRulesInForce>().Handle);
    }
}
