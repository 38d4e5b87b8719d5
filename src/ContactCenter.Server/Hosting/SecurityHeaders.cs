using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Hosting;

/// <summary>What the browser is told not to do. The content policy admits WebAssembly, the page's own inline import map, and the softphone.</summary>
internal sealed partial class SecurityHeaders(RequestDelegate next, IWebHostEnvironment environment, IOptions<HostingOptions> options)
{
    // The vendor's own softphone is served by us and speaks with these hosts of its; another one names its origin in the settings.
    private const string VendorConnections =
        " https://eventgw.twilio.com https://eventgw.ie1.twilio.com wss://voice-js.roaming.twilio.com wss://voice-js.dublin.twilio.com wss://voice-js.frankfurt.twilio.com";
    private const string VendorMedia = " mediastream: https://media.twiliocdn.com https://sdk.twilio.com";

    private readonly string _contentPolicy = ContentPolicy(options.Value.SoftphoneOrigins, InlineScripts(environment));

    public Task Invoke(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = _contentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "microphone=(self), camera=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Answers of the API show patients: no cache keeps them.
        if (http.Request.Path.StartsWithSegments("/api"))
            headers.CacheControl = "no-store";
        return next(http);
    }

    private static string ContentPolicy(List<string> softphone, IEnumerable<string> inlineScripts)
    {
        var origins = string.Concat(softphone.Select(origin => $" {origin}"));
        var sockets = softphone.Count > 0 ? string.Concat(softphone.Select(origin => $" {Regex.Replace(origin, "^http", "ws")}")) : VendorConnections;
        var media = softphone.Count > 0 ? origins : VendorMedia;
        var hashes = string.Concat(inlineScripts.Select(script => $" 'sha256-{Sha256(script)}'"));
        return "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; "
            + $"script-src 'self' 'wasm-unsafe-eval'{hashes}{origins}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + $"font-src 'self' data:; connect-src 'self'{origins}{sockets}; media-src 'self' blob: data:{media}; worker-src 'self' blob:";
    }

    /// <summary>The build writes an import map into the page: an inline script, admitted by its hash.</summary>
    private static IEnumerable<string> InlineScripts(IWebHostEnvironment environment)
    {
        var page = environment.WebRootFileProvider.GetFileInfo("index.html");
        if (!page.Exists)
            return [];
        using var reader = new StreamReader(page.CreateReadStream());
        return [.. InlineScript().Matches(reader.ReadToEnd()).Select(match => match.Groups[1].Value)];
    }

    private static string Sha256(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>(.+?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}
