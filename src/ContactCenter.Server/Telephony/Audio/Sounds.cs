using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Telephony.Audio;

/// <summary>Serves what the vendor plays to callers.</summary>
internal static class Sounds
{
    public static void MapSounds(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audio/hold-music.wav", (HoldMusic music) => Results.Bytes(music.Wave, "audio/wav", enableRangeProcessing: true))
            .AllowAnonymousBecause("The telephony vendor fetches prompts without credentials; they hold nothing of anybody.");
}
