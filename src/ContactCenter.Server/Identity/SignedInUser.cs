using System.Security.Claims;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Routing;

namespace ContactCenter.Server.Identity;

/// <summary>Reads the session's claims.</summary>
internal static class SignedInUser
{
    public const string StampClaim = "stamp";
    public const string CultureClaim = "culture";

    public static Guid UserId(this ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public static AgentId AgentId(this ClaimsPrincipal user) => new(user.UserId());

    public static string Culture(this ClaimsPrincipal user) => user.FindFirstValue(CultureClaim) ?? "fr-FR";
}
