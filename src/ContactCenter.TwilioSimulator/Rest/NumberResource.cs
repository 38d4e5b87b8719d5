using ContactCenter.TwilioSimulator.Voice;

namespace ContactCenter.TwilioSimulator.Rest;

/// <summary><c>IncomingPhoneNumbers</c>: the account's numbers, and where their calls ask for a document.</summary>
internal static class NumberResource
{
    public static void Map(RouteGroupBuilder account, Switchboard board)
    {
        account.MapGet("/IncomingPhoneNumbers.json", (HttpRequest request) => RestApi.Page(request, "incoming_phone_numbers",
            [.. board.Options.Numbers.Where(n => RestApi.Matches(request.Query["PhoneNumber"], n.Number))], number => Json(number, board)));
        account.MapGet("/IncomingPhoneNumbers/{sid}.json", (string sid, HttpRequest request) =>
            board.Options.Numbers.FirstOrDefault(n => n.Sid == sid) is { } number ? Results.Json(Json(number, board)) : RestApi.NotFound(request));
        account.MapPost("/IncomingPhoneNumbers/{sid}.json", async (string sid, HttpRequest request) =>
            board.Options.Numbers.FirstOrDefault(n => n.Sid == sid) is { } number
            ? Update(number, await request.ReadFormAsync(), board) : RestApi.NotFound(request)).DisableAntiforgery();
    }

    private static IResult Update(SimulatedNumber number, IFormCollection form, Switchboard board)
    {
        foreach (var name in (string[])["VoiceUrl", "VoiceFallbackUrl", "StatusCallback"])
        {
            if (form[name].ToString() is { Length: > 0 } url && !RestApi.IsWebAddress(url))
                return RestApi.TwilioError(400, 21502, $"{name} is not a valid URL: {url}");
        }
        number.VoiceUrl = Given(form, "VoiceUrl") ?? number.VoiceUrl;
        number.VoiceFallbackUrl = Given(form, "VoiceFallbackUrl") ?? number.VoiceFallbackUrl;
        number.StatusCallback = Given(form, "StatusCallback") ?? number.StatusCallback;
        return Results.Json(Json(number, board));
    }

    private static string? Given(IFormCollection form, string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;

    private static object Json(SimulatedNumber number, Switchboard board) => new
    {
        sid = number.Sid, account_sid = board.Options.AccountSid, phone_number = number.Number, friendly_name = number.FriendlyName,
        voice_url = number.VoiceUrl, voice_method = "POST", voice_fallback_url = number.VoiceFallbackUrl, status_callback = number.StatusCallback,
        status_callback_method = "POST",
        uri = RestApi.Uri(board, $"IncomingPhoneNumbers/{number.Sid}"),
    };
}
