using ContactCenter.Server.Storage;
using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>Where the static fallback documents lie here, and where they are hosted.</summary>
internal sealed class FallbackFolder(IOptions<TwilioOptions> options, Database database, IHostEnvironment environment)
{
    /// <summary>A whole path; a relative setting lies beside the data. Null when none are written.</summary>
    public string? Path { get; } = options.Value.FallbackFolder is { Length: > 0 } folder
        ? System.IO.Path.GetFullPath(folder, database.FolderForKeys(environment.ContentRootPath)) : null;

    /// <summary>Where Twilio finds a document of this name, or null when none are hosted.</summary>
    public string? UrlOf(string name) => options.Value.FallbackBaseUrl is { } hosted ? $"{hosted.ToString().TrimEnd('/')}/{name}.xml" : null;
}
