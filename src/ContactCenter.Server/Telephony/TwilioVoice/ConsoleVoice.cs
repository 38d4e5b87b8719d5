using System.Security.Claims;
using ContactCenter.Contracts.Consoles;
using ContactCenter.Server.Identity;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Settings <c>Softphone</c>: which script the console loads for its voice.</summary>
internal sealed class SoftphoneOptions
{
    public const string Section = "Softphone";

    /// <summary>Defines <c>Twilio.Device</c>: the vendor's own script, served by us, unless another is named.</summary>
    public string ScriptUrl { get; set; } = "/vendor/twilio-voice-sdk/twilio.min.js";
    public IReadOnlyList<string> Edges { get; set; } = ["dublin", "frankfurt", "roaming"];
}

internal static class ConsoleVoice
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/console/settings", (IOptions<SoftphoneOptions> softphone) => new ConsoleSettings(
            softphone.Value.ScriptUrl, softphone.Value.Edges, typeof(ConsoleVoice).Assembly.GetName().Version?.ToString(3) ?? "0"))
            .RequireAuthorization(Policies.SignedIn);
        routes.MapPost("/api/console/voice-token", (ClaimsPrincipal user, VoiceAccessToken tokens) =>
        {
            var (token, expires) = tokens.Issue(user.UserId());
            return new VoiceToken(token, VoiceAccessToken.IdentityOf(user.UserId()), expires.ToDateTimeOffset());
        }).RequireAuthorization(Policies.AgentAtConsole);
    }
}
