using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing;

/// <summary>Tariffs and months of chance, within what a compiler would let pass.</summary>
internal static class RandomMonth
{
    public static Tariff Tariff(Random chance)
    {
        var kinds = chance.Of("talk", "talk, hold", "talk, wrap_up", "talk, hold, consult, wrap_up");
        var flat = chance.Next(2) == 0 ? "" : $"flat: {{ label: {{ fr: Abonnement, en: Subscription }}, amount: \"{Price(chance, 150, 2)}\", included: {{ seconds: {chance.Next(1, 9000)} }} }}\n";
        var minimum = chance.Next(3) == 0 ? $"minimum: {{ amount: \"{Price(chance, 400, 2)}\", vat: \"{chance.Of("20", "8.5")}\" }}\n" : "";
        var setUp = chance.Next(3) == 0 ? $"set_up: {{ amount: \"{Price(chance, 200, 2)}\", exemption: \"Article 261 du CGI\" }}\n" : "";
        var price = chance.Next(2) == 0
            ? $"price: \"{Price(chance, 2, 6)}\""
            : $"mode: {chance.Of("marginal", "whole")}\n    tiers:\n      - {{ up_to: {chance.Next(1, 5000)}, price: \"{Price(chance, 2, 6)}\" }}\n      - {{ price: \"{Price(chance, 1, 6)}\" }}";
        return Priced.Compile(
            "tariff: chance\nversion: 1\nvalid_from: 2026-01-01\nlabel: { fr: T, en: T }\n" + $"vat: \"{chance.Of("20", "8.5", "10")}\"\n{flat}{minimum}{setUp}"
            + $"seconds: {{ kinds: [{kinds}], increment: {chance.Of(1, 1, 6, 30, 60)}, minimum: {chance.Of(0, 0, 20)}, wrap_up_cap: {chance.Next(10, 90)}s }}\n"
            + $"fees:\n  temps:\n    label: {{ fr: \"Temps & <voix>\", en: Time }}\n    counts: seconds\n    per: {chance.Of("second", "minute", "hour")}\n    {price}\n"
            + $"  appels:\n    label: {{ fr: Appels, en: Calls }}\n    counts: answered_calls\n    price: \"{Price(chance, 2, 4)}\"\n");
    }

    /// <summary>Calls in a month and a few hours around it: talk, hold, consult, talk, notes.</summary>
    public static IEnumerable<UsageRecord> Calls(Random chance, int count, YearMonth month)
    {
        var days = BillingPeriod.Of(month, Priced.Paris).Instants;
        for (var i = 0; i < count; i++)
        {
            var at = days.Start.Plus(Duration.FromSeconds(chance.NextInt64((long)days.Duration.TotalSeconds + 3_600) - 1_800));
            CallSegment Next(SegmentKind kind, int longest)
            {
                var start = at;
                at = at.Plus(Duration.FromSeconds(chance.Next(0, longest)));
                return new CallSegment(kind, start, at, "a", "b", null);
            }

            CallSegment[] segments =
            [
                Next(SegmentKind.Ivr, 40), Next(SegmentKind.Waiting, 60), Next(SegmentKind.Talk, 300), Next(SegmentKind.Hold, 90), Next(SegmentKind.Consult, 60),
                Next(SegmentKind.Talk, 120),
            ];
            yield return Priced.Call(chance.Guid(), segments) with { WrapUp = Next(SegmentKind.WrapUp, 180) };
        }
    }

    /// <summary>The exact billable seconds of a call, counted in another way than the rating does.</summary>
    public static long Billable(UsageRecord call, Tariff tariff) => tariff.Seconds.Kinds.Sum(
        k => k == SegmentKind.WrapUp ? Math.Min(tariff.Seconds.WrapUpCap, call.SecondsOf(k)) : call.SecondsOf(k));

    private static string Price(Random chance, int euros, int decimals) =>
        Math.Round((decimal)chance.NextDouble() * euros, decimals).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
