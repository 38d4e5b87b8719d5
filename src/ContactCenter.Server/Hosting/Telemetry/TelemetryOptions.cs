using Microsoft.Extensions.Options;

namespace ContactCenter.Server.Hosting.Telemetry;

/// <summary>Section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";
    public const int ShortestToken = 16;

    /// <summary>Who brings it as a bearer token may read <c>/metrics</c> from anywhere. Without it only this machine itself may.</summary>
    public string? MetricsToken { get; set; }
}

internal sealed class TelemetryOptionsValidation : IValidateOptions<TelemetryOptions>
{
    private const string TooShort = "Telemetry:MetricsToken is too short to be a secret: give it at least 16 characters, or leave it out.";

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.MetricsToken is { Length: > 0 and < TelemetryOptions.ShortestToken }
            ? ValidateOptionsResult.Fail(TooShort)
            : ValidateOptionsResult.Success;
}
