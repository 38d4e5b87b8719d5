using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>The account at Twilio, under fixed setting names so that other tools can be pointed at them.</summary>
internal sealed class TwilioOptions
{
    public const string Section = "Twilio";

    public string AccountSid { get; set; } = "";

    /// <summary>Signs webhooks. Credentials are per region: the token of <see cref="Region"/>.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>Accepted beside the first while tokens are rotated.</summary>
    public string? SecondaryAuthToken { get; set; }
    public string ApiKeySid { get; set; } = "";
    public string ApiKeySecret { get; set; } = "";
    public string TwimlAppSid { get; set; } = "";
    public Uri ApiBaseUrl { get; set; } = new("https://api.dublin.ie1.twilio.com");

    /// <summary>Voice Insights, asked about conferences whose notices leave something out.</summary>
    public Uri InsightsBaseUrl { get; set; } = new("https://insights.twilio.com");

    /// <summary>Where Twilio reaches this server, scheme to path; what it signs. Never taken from a request.</summary>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>Where calls are mixed: an EU one.</summary>
    public string Region { get; set; } = "ie1";

    /// <summary>At the start, point the account's numbers at this server.</summary>
    public bool ConfigureNumbers { get; set; }

    /// <summary>Outbound calls per UTC day, emergencies not counted.</summary>
    public int DailyOutboundCap { get; set; } = 500;

    /// <summary>Where the static fallback documents are written, one per practice; a relative path lies beside the data. Empty: nowhere.</summary>
    public string? FallbackFolder { get; set; }

    /// <summary>Where that folder is hosted, apart from this server; the numbers fall back there. Null: to this server.</summary>
    public Uri? FallbackBaseUrl { get; set; }

    /// <summary>Seconds between two questions to Twilio about a call that goes on for long.</summary>
    public int CheckCallsAgainAfter { get; set; } = 300;

    /// <summary>There is an account to speak to.</summary>
    public bool IsConfigured => AccountSid.Length > 0 && AuthToken.Length > 0 && PublicBaseUrl is not null;
}

/// <summary>Refuses to start half-configured; all that is missing in one message.</summary>
internal sealed class TwilioOptionsValidation(IHostEnvironment environment) : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        List<string> faults = [];
        if (environment.IsProduction())
        {
            Require(options.AuthToken, nameof(options.AuthToken));
            Require(options.AccountSid, nameof(options.AccountSid));
            Require(options.ApiKeySid, nameof(options.ApiKeySid));
            Require(options.ApiKeySecret, nameof(options.ApiKeySecret));
            Require(options.TwimlAppSid, nameof(options.TwimlAppSid));
            Require(options.PublicBaseUrl?.ToString(), nameof(options.PublicBaseUrl));
            if (options.PublicBaseUrl is { Scheme: not "https" })
                faults.Add("Twilio:PublicBaseUrl must begin with https in Production.");
        }
        if (options.PublicBaseUrl is { IsAbsoluteUri: false })
            faults.Add("Twilio:PublicBaseUrl must be a whole address such as https://voice.example.org.");
        if (options.PublicBaseUrl is { IsAbsoluteUri: true, UserInfo.Length: > 0 })
            faults.Add("Twilio:PublicBaseUrl must not contain credentials.");
        if (options.FallbackBaseUrl is { IsAbsoluteUri: false })
            faults.Add("Twilio:FallbackBaseUrl must be a whole address such as https://fallback.example.org.");
        if (options.DailyOutboundCap < 1)
            faults.Add("Twilio:DailyOutboundCap must be at least 1.");
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

        void Require(string? value, string setting)
        {
            if (string.IsNullOrWhiteSpace(value))
                faults.Add($"Twilio:{setting} is missing: without it no call can be trusted or answered.");
        }
    }
}
