using System.Collections.Immutable;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace ContactCenter.Domain.Tests.Billing;

/// <summary>Calls and tariffs to price.</summary>
internal static class Priced
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static readonly PracticeId Practice = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public static Tariff Shipped() => Compile(Support.Shipped.Text("tariffs/essentiel.yaml"));

    public static Tariff Compile(string text)
    {
        var compiled = TariffCompiler.Compile(ScriptText.Mapping(text), "0123456789abcdef");
        Assert.That(compiled.Diagnostics, Is.Empty);
        return compiled.Value!;
    }

    /// <summary>A tariff of one fee, in a script's own words.</summary>
    public static Tariff OneFee(string fee, string more = "") => Compile(
        $"tariff: t\nversion: 1\nvalid_from: 2026-01-01\nvat: \"20\"\nlabel: {{ fr: T, en: T }}\n{more}\nfees:\n  f:\n    label: {{ fr: F, en: F }}\n    {fee.Replace("\n", "\n    ", StringComparison.Ordinal)}");

    public static Instant At(string local, DateTimeZone? zone = null) =>
        (zone ?? Paris).AtLeniently(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss").Parse(local).Value).ToInstant();

    public static UsageRecord Talk(string start, long seconds, int id = 1) => Talk(At(start), seconds, new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public static UsageRecord Talk(Instant start, long seconds, Guid id) => Call(id, new CallSegment(SegmentKind.Talk, start, start.Plus(Duration.FromSeconds(seconds)), "a", "b", null));

    public static UsageRecord Call(Guid id, params CallSegment[] segments) =>
        new(new CallId(id), Practice, segments[0].Start, segments[^1].End, CallOutcome.Answered, null, [.. segments], null);

    public static BillingPeriod Month(int year, int month, DateTimeZone? zone = null) => BillingPeriod.Of(new YearMonth(year, month), zone ?? Paris);

    public static ImmutableList<StatementLine> Rate(Tariff tariff, BillingPeriod period, params UsageRecord[] calls) =>
        Rating.Rate(tariff, period, HolidayRegion.Metropole, MonthUsage.OfCalls(calls));
}
