using ContactCenter.Benchmarks;
using ContactCenter.Domain.Billing;

namespace ContactCenter.Server.Tests.Billing;

/// <summary>What a month comes to, asked of a database that knows nothing of our rating.</summary>
public sealed class SqlAggregateTests
{
    [Test]
    public void A_month_is_that_of_sql_to_the_second_and_the_cent()
    {
        var legs = Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 1_000_000 : 20_000;
        var folder = Directory.CreateTempSubdirectory("contactcenter-legs-");
        try
        {
            var seed = Random.Shared.Next();
            TestContext.Out.WriteLine($"seed {seed}");
            var month = new MonthOfLegs(Path.Combine(folder.FullName, "legs.db"));
            month.Fill(practices: 50, legs, seed);
            var expected = month.Aggregate();
            var ours = month.Calls().ToDictionary(
                c => c.Practice,
                c => MonthOfLegs.SumsOf(MonthBilling.Rate(MonthOfLegs.Contract(c.Practice), MonthOfLegs.Month, MonthUsage.OfCalls(c.Calls))));

            Assert.That(expected, Has.Count.EqualTo(50));
            Assert.That(expected.Values.Select(s => s.DaySeconds), Has.All.Positive);
            Assert.That(ours, Is.EquivalentTo(expected));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
