using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Telephony.Audio;

/// <summary>Serves what the vendor plays to callers.</summary>
internal static class Sounds
{
    private const string Why = "The telephony vendor fetches prompts without credentials; they hold nothing of anybody.";

    public static void MapSounds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/audio/hold-music.wav", (HoldMusic music) => Results.Bytes(music.Wave, "audio/wav", enableRangeProcessing: true)).AllowAnonymousBecause(Why);
        routes.MapGet("/audio/{file}", (string file, PromptLibrary prompts, HttpContext http) =>
        {
            if (prompts.Get(file) is not { } prompt)
                return Results.NotFound();
            // Its address holds its version.
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(prompt.Content, prompt.MediaType, enableRangeProcessing: true);
        }).AllowAnonymousBecause(Why);
    }
}
