using System.Collections.Immutable;
using System.Globalization;
using ContactCenter.Domain.Billing;
using ContactCenter.Domain.Calls;
using ContactCenter.Domain.Metering;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Scripts;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ContactCenter.Benchmarks;

/// <summary>
/// A month of calls of many practices in SQLite: one row per leg, in the practices' order. What it comes to is asked twice, of our rating and of
/// SQL that knows nothing of it.
/// </summary>
internal sealed class MonthOfLegs(string file)
{
    public static readonly YearMonth Month = new(2026, 10);

    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly Interval Span = BillingPeriod.Of(Month, Paris).Instants;

    /// <summary>Day from 8 to 20 on weekdays and from 8 to 12 on Saturdays, the rest at another price; notes up to a minute.</summary>
    public static Tariff Tariff { get; } = new()
    {
        Version = new ScriptVersion("legs", 1, "0"), Label = new("Legs", "Legs"), ValidFrom = new LocalDate(2026, 1, 1),
        Bands = Bands(), Seconds = new SecondsRule([SegmentKind.Talk, SegmentKind.WrapUp], 60, 1, 0),
        Fees = [Fee("day", 0, 650_000), Fee("other", 1, 900_000)],
    };

    public static BillingContract Contract(int practice) => new(
        new PracticeId(new Guid(practice, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), Paris, HolidayRegion.Metropole, new LocalDate(2026, 1, 1), null,
        [new ContractTerm(new LocalDate(2026, 1, 1), Tariff)]);

    /// <summary>Calls of half a minute to ten, by night too, and over both ends of the month.</summary>
    public void Fill(int practices, int legs, int seed)
    {
        var chance = new Random(seed);
        using var connection = Open();
        Run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE leg (practice INTEGER, talk INTEGER, until INTEGER, notes INTEGER)");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO leg VALUES ($p, $t, $u, $n)";
        var (p, t, u, n) = (Parameter("$p"), Parameter("$t"), Parameter("$u"), Parameter("$n"));
        var (first, seconds) = (Span.Start.ToUnixTimeSeconds() - 1_800, (long)Span.Duration.TotalSeconds + 3_600);
        for (var leg = 0; leg < legs; leg++)
        {
            p.Value = (int)((long)leg * practices / legs);
            t.Value = first + chance.NextInt64(seconds);
            u.Value = (long)t.Value + chance.Next(30, 600);
            n.Value = chance.Next(0, 120);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();

        SqliteParameter Parameter(string name) => insert.Parameters.Add(new SqliteParameter(name, SqliteType.Integer));
    }

    /// <summary>One practice's calls after the other; only one practice is held at a time.</summary>
    public IEnumerable<(int Practice, List<UsageRecord> Calls)> Calls()
    {
        using var connection = Open();
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT rowid, practice, talk, until, notes FROM leg";
        using var rows = select.ExecuteReader();
        var (practice, calls) = (-1, new List<UsageRecord>());
        while (rows.Read())
        {
            if (rows.GetInt32(1) is var next && next != practice)
            {
                if (calls.Count > 0)
                    yield return (practice, calls);
                (practice, calls) = (next, []);
            }

            calls.Add(Call(rows.GetInt32(0), practice, rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4)));
        }

        if (calls.Count > 0)
            yield return (practice, calls);
    }

    /// <summary>
    /// Seconds and cents by practice, counted by SQL alone: local time is UTC and two hours, one from the 25th at 01:00 UTC on; October 2026 has no
    /// public holiday.
    /// </summary>
    public Dictionary<int, PracticeSums> Aggregate()
    {
        using var connection = Open();
        using var select = connection.CreateCommand();
        select.CommandText = """
            WITH span AS (
              SELECT practice, MAX(talk, $first) AS s, MIN(until + MIN(notes, 60), $end) AS e FROM leg),
            local AS (
              SELECT practice, s + CASE WHEN s < $back THEN 7200 ELSE 3600 END AS s, e + CASE WHEN e < $back THEN 7200 ELSE 3600 END AS e, e - s AS length
              FROM span WHERE e > s),
            day AS (
              SELECT practice, length, MAX(0, MIN(e, s / 86400 * 86400 + CASE (s / 86400 + 4) % 7 WHEN 0 THEN 0 WHEN 6 THEN 43200 ELSE 72000 END)
                - MAX(s, s / 86400 * 86400 + 28800)) AS daytime FROM local)
            SELECT practice, SUM(daytime), SUM(length - daytime),
              (SUM(daytime) * 650000 * 2 + 600000) / 1200000 + (SUM(length - daytime) * 900000 * 2 + 600000) / 1200000
            FROM day GROUP BY practice
            """;
        select.Parameters.AddWithValue("$first", Span.Start.ToUnixTimeSeconds());
        select.Parameters.AddWithValue("$end", Span.End.ToUnixTimeSeconds());
        select.Parameters.AddWithValue("$back", Instant.FromUtc(2026, 10, 25, 1, 0).ToUnixTimeSeconds());
        using var rows = select.ExecuteReader();
        var sums = new Dictionary<int, PracticeSums>();
        while (rows.Read())
            sums[rows.GetInt32(0)] = new PracticeSums(rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3));
        return sums;
    }

    /// <summary>The plainest sum over the same rows: what the benchmark is measured by.</summary>
    public long PlainSum()
    {
        using var connection = Open();
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT practice, SUM(until - talk) FROM leg GROUP BY practice";
        using var rows = select.ExecuteReader();
        var sum = 0L;
        while (rows.Read())
            sum += rows.GetInt64(1);
        return sum;
    }

    /// <summary>The same of a statement.</summary>
    public static PracticeSums SumsOf(Statement statement) => new(
        statement.Lines.Where(l => l.Key.StartsWith("day", StringComparison.Ordinal)).Sum(l => l.Quantity),
        statement.Lines.Where(l => l.Key.StartsWith("other", StringComparison.Ordinal)).Sum(l => l.Quantity), statement.Net.MinorUnits);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static UsageRecord Call(int id, int practice, long talk, long until, long notes)
    {
        var (start, end) = (Instant.FromUnixTimeSeconds(talk), Instant.FromUnixTimeSeconds(until));
        return new UsageRecord(
            new CallId(new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), new PracticeId(new Guid(practice, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), start, end,
            CallOutcome.Answered, null, [new CallSegment(SegmentKind.Talk, start, end, "a", "b", null)],
            new CallSegment(SegmentKind.WrapUp, end, Instant.FromUnixTimeSeconds(until + notes), "b", "c", null));
    }

    private static ImmutableArray<TimeBand> Bands()
    {
        var weekdays = Enumerable.Range(0, 5).Select(d => (TariffDay)d).ToList();
        BandHours[] day = [.. weekdays.Select(d => new BandHours(d, 480, 1_200)), new(TariffDay.Saturday, 480, 720)];
        BandHours[] other =
        [
            .. weekdays.SelectMany(d => new[] { new BandHours(d, 0, 480), new BandHours(d, 1_200, 1_440) }), new(TariffDay.Saturday, 0, 480),
            new(TariffDay.Saturday, 720, 1_440), new(TariffDay.Sunday, 0, 1_440), new(TariffDay.Holiday, 0, 1_440),
        ];
        return [new TimeBand("day", new("Jour", "Day"), [.. day]), new TimeBand("other", new("Autres heures", "Other hours"), [.. other])];
    }

    private static UsageFee Fee(string id, int band, long microUnits) => new(
        id, new(id, id), Meter.Seconds, [band], TierMode.Marginal, [new PriceTier(null, new UnitPrice(microUnits, 60))], VatTreatment.Standard(2_000));

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}

/// <summary>Seconds in both bands, and what they cost in cents without VAT.</summary>
internal readonly record struct PracticeSums(long DaySeconds, long OtherSeconds, long Net);
