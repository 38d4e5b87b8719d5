using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Rest;

internal static class NumberResource
{
    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapGet("/IncomingPhoneNumbers.json", () => Results.Json(new { incoming_phone_numbers = board.Options.Numbers.Select(n => Json(n, board)), page = 0 }));
        account.MapGet("/IncomingPhoneNumbers/{sid}.json", (string sid, HttpRequest request) =>
            board.Options.Numbers.FirstOrDefault(n => n.Sid == sid) is { } number ? Results.Json(Json(number, board)) : RestApi.NotFound(request));
        account.MapPost("/IncomingPhoneNumbers/{sid}.json", async (string sid, HttpRequest request) =>
        {
            if (board.Options.Numbers.FirstOrDefault(n => n.Sid == sid) is not { } number)
                return RestApi.NotFound(request);
            var form = await request.ReadFormAsync();
            number.VoiceUrl = Given(form, "VoiceUrl") ?? number.VoiceUrl;
            number.VoiceFallbackUrl = Given(form, "VoiceFallbackUrl") ?? number.VoiceFallbackUrl;
            number.StatusCallback = Given(form, "StatusCallback") ?? number.StatusCallback;
            return Results.Json(Json(number, board));
        }).DisableAntiforgery();
    }

    private static string? Given(IFormCollection form, string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;

    private static object Json(SimulatedNumber number, Switchboard board) => new
    {
        sid = number.Sid, account_sid = board.Options.AccountSid, phone_number = number.Number, friendly_name = number.FriendlyName,
        voice_url = number.VoiceUrl, voice_method = "POST", voice_fallback_url = number.VoiceFallbackUrl, status_callback = number.StatusCallback, status_callback_method = "POST",
    };
}
