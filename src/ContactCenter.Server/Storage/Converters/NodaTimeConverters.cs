using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace ContactCenter.Server.Storage.Converters;

/// <summary>An instant as a UTC <see cref="DateTime"/> cut to the millisecond: the finest step that all engines keep and order.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>A duration as whole milliseconds.</summary>
internal sealed class DurationConverter() : ValueConverter<Duration, long>(
    duration => (long)duration.TotalMilliseconds,
    stored => Duration.FromMilliseconds(stored));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));

internal sealed class LocalTimeConverter() : ValueConverter<LocalTime, TimeOnly>(
    time => time.ToTimeOnly(),
    stored => LocalTime.FromTimeOnly(stored));
