using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Lets only signed requests through; anything else is 403 before a byte is written. The address is the configured one, never the request's.</summary>
internal sealed class RequireTwilioSignature(IOptions<TwilioOptions> options, ILogger<RequireTwilioSignature> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!await Signed(request, context.HttpContext.RequestAborted))
        {
            log.LogWarning("A request to {Path} without a valid signature was refused", request.Path.Value);
            // Without a word: who cannot sign learns nothing.
            context.HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        return await next(context);
    }

    private async Task<bool> Signed(HttpRequest request, CancellationToken cancellationToken)
    {
        var twilio = options.Value;
        if (twilio.PublicBaseUrl is null || twilio.AuthToken.Length == 0)
            return false;
        string[] tokens = twilio.SecondaryAuthToken is { Length: > 0 } second ? [twilio.AuthToken, second] : [twilio.AuthToken];
        var target = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var url = twilio.PublicBaseUrl.ToString().TrimEnd('/') + target;
        IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> form = [];
        try
        {
            if (request.HasFormContentType)
                form = [.. (await request.ReadFormAsync(cancellationToken)).Select(f => KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")]))];
            else if (request.ContentLength > 0)
                return false;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or BadHttpRequestException or IOException)
        {
            return false;
        }
        return TwilioSignature.Matches(request.Headers["X-Twilio-Signature"], tokens, url, form);
    }
}
