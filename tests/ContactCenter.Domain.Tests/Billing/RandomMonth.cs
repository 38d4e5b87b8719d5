using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using NodaTime;

namespace ContactCenter.Domain.Tests.Billing;

/// <summary>Tariffs and months of chance, within what a compiler would let pass.</summary>
internal static class RandomMonth
{
    private const string TwoBands = """
        bands:
          jour:
            label: { fr: Jour, en: Day }
            when:
              - { days: [monday, tuesday, wednesday, thursday, friday, saturday], hours: ["07:30-19:00"] }
          reste:
            label: { fr: Reste, en: Rest }
            when:
              - { days: [monday, tuesday, wednesday, thursday, friday, saturday], hours: ["00:00-07:30", "19:00-24:00"] }
              - { days: [sunday, holiday], hours: ["00:00-24:00"] }

        """;

    private static readonly string[] Pieces = ["answered_calls", "appointments", "messages", "text_messages"];

    /// <summary>With or without bands, flat fee, included units, minimum and set-up; seconds and what else is counted, each in one price or tiers.</summary>
    public static Tariff Tariff(Random chance)
    {
        var banded = chance.Next(2) == 0;
        var counted = Pieces.Where(_ => chance.Next(2) == 0).Append("answered_calls").Distinct().ToList();
        var kinds = chance.Of("talk", "talk, hold", "talk, wrap_up", "talk, hold, consult, wrap_up");
        var minimum = chance.Next(3) == 0 ? $"minimum: {{ amount: \"{Price(chance, 400, 2)}\", vat: \"{chance.Of("20", "8.5")}\" }}\n" : "";
        var setUp = chance.Next(3) == 0 ? $"set_up: {{ amount: \"{Price(chance, 200, 2)}\", exemption: \"Article 261 du CGI\" }}\n" : "";
        return Priced.Compile(
            "tariff: chance\nversion: 1\nvalid_from: 2026-01-01\nlabel: { fr: T, en: T }\n"
            + $"vat: \"{chance.Of("20", "8.5", "10")}\"\n{(banded ? TwoBands : "")}{Flat(chance, counted)}{minimum}{setUp}"
            + $"seconds: {{ kinds: [{kinds}], increment: {chance.Of(1, 1, 6, 30, 60)}, minimum: {chance.Of(0, 0, 20)}, wrap_up_cap: {chance.Next(10, 90)}s }}\n"
            + $"fees:\n{Fees(chance, "seconds", banded)}{string.Concat(counted.Select(c => Fees(chance, c, banded)))}");
    }

    private static string Flat(Random chance, List<string> counted)
    {
        if (chance.Next(2) == 0)
            return "";
        var included = counted.Where(_ => chance.Next(2) == 0).Select(c => $"{c}: {chance.Next(1, 40)}").Prepend($"seconds: {chance.Next(1, 9000)}");
        return $"flat: {{ label: {{ fr: Abonnement, en: Subscription }}, amount: \"{Price(chance, 150, 2)}\", included: {{ {string.Join(", ", included)} }} }}\n";
    }

    // One fee for all bands, or one for each.
    private static string Fees(Random chance, string counts, bool banded) => banded && chance.Next(2) == 0
        ? Fee(chance, counts, "jour") + Fee(chance, counts, "reste")
        : Fee(chance, counts, null);

    private static string Fee(Random chance, string counts, string? band)
    {
        var per = counts == "seconds" ? $"    per: {chance.Of("second", "minute", "hour")}\n" : "";
        var price = chance.Next(2) == 0
            ? $"price: \"{Price(chance, 2, 6)}\""
            : $"mode: {chance.Of("marginal", "whole")}\n    tiers:\n      - {{ up_to: {chance.Next(1, counts == "seconds" ? 5000 : 30)}, price: \"{Price(chance, 2, 6)}\" }}\n      - {{ price: \"{Price(chance, 1, 6)}\" }}";
        var bands = band is null ? "" : $"    bands: [{band}]\n";
        return $"  {counts.Replace('_', '-')}{(band is null ? "" : $"-{band}")}:\n    label: {{ fr: \"{counts} & <voix>\", en: {counts} }}\n    counts: {counts}\n{per}{bands}    {price}\n";
    }

    /// <summary>Calls, appointments of every end, voice messages and texts of a month.</summary>
    public static MonthUsage Usage(Random chance, int count, YearMonth month)
    {
        var calls = Calls(chance, count, month).ToList();
        var appointments = calls.Where(_ => chance.Next(3) == 0).Select(c => new BookedAppointment(
            chance.Guid(), c.Call, c.StartedAt.Plus(Duration.FromSeconds(30)), chance.Guid(), "a", c.StartedAt.Plus(Duration.FromDays(chance.Next(1, 20))), null,
            chance.Of(Enum.GetValues<AppointmentEnd>()))).ToList();
        // Some twice, and some moved in the call that booked them.
        appointments.AddRange(appointments.Where(_ => chance.Next(6) == 0).ToList().Select(a => a with { Id = chance.Guid(), BookedAt = a.BookedAt.Plus(Duration.FromSeconds(5)) }));
        appointments.AddRange(appointments.Where(_ => chance.Next(6) == 0).ToList().Select(a => a with
        {
            Id = chance.Guid(),
            BookedAt = a.BookedAt.Plus(Duration.FromSeconds(9)),
            Replaces = a.Id,
            Starts = a.Starts.Plus(Duration.FromHours(1)),
        }));
        return new MonthUsage(calls, appointments, [.. calls.Where(_ => chance.Next(4) == 0).Select(c => new SentText(chance.Guid(), c.Call, c.EndedAt))]);
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
            var call = Priced.Call(chance.Guid(), segments) with { WrapUp = Next(SegmentKind.WrapUp, 180) };
            yield return chance.Next(8) == 0 ? call with { Outcome = CallOutcome.MessageLeft } : call;
        }
    }

    /// <summary>The exact billable seconds of a call, counted in another way than the rating does.</summary>
    public static long Billable(UsageRecord call, Tariff tariff) => tariff.Seconds.Kinds.Sum(
        k => k == SegmentKind.WrapUp ? Math.Min(tariff.Seconds.WrapUpCap, call.SecondsOf(k)) : call.SecondsOf(k));

    private static string Price(Random chance, int euros, int decimals) =>
        Math.Round((decimal)chance.NextDouble() * euros, decimals).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
