using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Domain.Scripts;

public sealed partial class Fields
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>A duration such as <c>45s</c>, <c>10m</c>, <c>2h</c>; both bounds included.</summary>
    public Duration? Duration(string key, Duration min, Duration max) => DurationOf(key, Scalar(key, Required(key)), min, max);

    /// <inheritdoc cref="Duration"/>
    public Duration? OptionalDuration(string key, Duration min, Duration max) => DurationOf(key, Scalar(key, Optional(key)), min, max);

    /// <summary>A local time of day, <c>08:30</c>.</summary>
    public LocalTime? Time(string key) => TimeOf(key, Scalar(key, Required(key)));

    /// <inheritdoc cref="Time"/>
    public LocalTime? OptionalTime(string key) => TimeOf(key, Scalar(key, Optional(key)));

    /// <summary>A date, <c>2026-12-24</c>.</summary>
    public LocalDate? Date(string key) => DateOf(key, Scalar(key, Required(key)));

    /// <inheritdoc cref="Date"/>
    public LocalDate? OptionalDate(string key) => DateOf(key, Scalar(key, Optional(key)));

    /// <summary>A local date and time to the minute, <c>2026-12-24T18:05</c>.</summary>
    public LocalDateTime? Moment(string key) => MomentOf(key, Scalar(key, Required(key)));

    /// <inheritdoc cref="Moment"/>
    public LocalDateTime? OptionalMoment(string key) => MomentOf(key, Scalar(key, Optional(key)));

    /// <summary>Reads <c>45s</c>, <c>10m</c> or <c>2h</c>; null when the text is of another form.</summary>
    public static Duration? ParseDuration(string text) =>
        text.Length >= 2 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? text[^1] switch
            {
                's' => NodaTime.Duration.FromSeconds(number),
                'm' => NodaTime.Duration.FromMinutes(number),
                'h' => NodaTime.Duration.FromHours(number),
                _ => null,
            }
            : null;

    /// <summary>Reads <c>2026-12-24T18:05</c>; null when the text is of another form.</summary>
    public static LocalDateTime? ParseMoment(string text) => MomentPattern.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    private Duration? DurationOf(string key, ScriptScalar? scalar, Duration min, Duration max)
    {
        if (scalar is null)
            return null;
        if (ParseDuration(scalar.Text) is { } duration && duration >= min && duration <= max)
            return duration;
        bag.Report(ScriptCodes.NotADuration, scalar.Span, key, Write(min), Write(max), scalar.Text);
        return null;
    }

    private LocalTime? TimeOf(string key, ScriptScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (TimePattern.Parse(scalar.Text) is { Success: true } parsed)
            return parsed.Value;
        bag.Report(ScriptCodes.NotATime, scalar.Span, key, scalar.Text);
        return null;
    }

    private LocalDate? DateOf(string key, ScriptScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (LocalDatePattern.Iso.Parse(scalar.Text) is { Success: true } parsed)
            return parsed.Value;
        bag.Report(ScriptCodes.NotADate, scalar.Span, key, scalar.Text);
        return null;
    }

    private LocalDateTime? MomentOf(string key, ScriptScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (ParseMoment(scalar.Text) is { } moment)
            return moment;
        bag.Report(ScriptCodes.NotAMoment, scalar.Span, key, scalar.Text);
        return null;
    }

    private static string Write(Duration duration) => (long)duration.TotalSeconds switch
    {
        var s when s % 3600 == 0 && s > 0 => $"{s / 3600}h",
        var s when s % 60 == 0 && s > 0 => $"{s / 60}m",
        var s => $"{s}s",
    };
}
