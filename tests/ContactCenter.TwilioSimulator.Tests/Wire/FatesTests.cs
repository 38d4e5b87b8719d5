using ContactCenter.TwilioSimulator.Wire;

namespace ContactCenter.TwilioSimulator.Tests.Wire;

internal sealed class FatesTests
{
    private static readonly ChaosOptions Rough = new()
    {
        Seed = 7, DropPercent = 10, DuplicatePercent = 20, ReorderPercent = 20, DelayPercent = 10,
        ForgePercent = 5
    };

    private static List<Fate> Of(ChaosOptions chaos, string source, int count = 200)
    {
        var fates = new Fates(chaos);
        return [.. Enumerable.Range(0, count).Select(_ => fates.Next(source))];
    }

    [Test]
    public void The_same_seed_does_the_same() => Assert.That(Of(Rough, "CA1"), Is.EqualTo(Of(Rough, "CA2")));

    [Test]
    public void Another_seed_does_something_else() => Assert.That(Of(Rough, "CA1"), Is.Not.EqualTo(Of(Rough with { Seed = 8 }, "CA1")));

    [Test]
    public void One_source_does_not_shift_with_the_pace_of_another()
    {
        var fates = new Fates(Rough);
        List<Fate> first = [];
        for (var n = 0; n < 200; n++)
        {
            first.Add(fates.Next("CA1"));
            for (var others = 0; others < n % 3; others++)
                fates.Next("CA2");
        }
        Assert.That(first, Is.EqualTo(Of(Rough, "CA1")));
    }

    [Test]
    public void Changing_one_percentage_leaves_the_victims_of_the_others_alone()
    {
        var (rough, rougher) = (Of(Rough, "CA1"), Of(Rough with { ForgePercent = 90 }, "CA1"));
        Assert.That(rougher.Select(f => f.Lost), Is.EqualTo(rough.Select(f => f.Lost)));
    }

    [Test]
    public void Percentages_are_met_and_delays_stay_within_their_bound()
    {
        var fates = Of(Rough, "CA1", 5_000);
        Assert.That(fates.Count(f => f.Lost), Is.InRange(400, 600));
        Assert.That(fates.Count(f => f.Forged is not null), Is.InRange(180, 320));
        Assert.That(fates.Max(f => f.Delayed), Is.LessThanOrEqualTo(Rough.MostDelay));
    }

    [Test]
    public void A_repeated_notice_comes_twice_or_as_often_as_is_asked_for()
    {
        Assert.That(Of(Rough, "CA1").Select(f => f.Copies), Is.EquivalentTo(Of(Rough, "CA1").Select(f => f.Again is null ? 1 : 2)));
        Assert.That(Of(Rough with { MostCopies = 5 }, "CA1", 1_000).Where(f => f.Again is not null).Select(f => f.Copies).Distinct().Order(), Is.EqualTo(new[] { 2, 3, 4, 5 }));
    }

    [Test]
    public void A_lost_notice_comes_neither_later_nor_again() =>
        Assert.That(Of(new() { DropPercent = 100, DuplicatePercent = 100, ReorderPercent = 100 }, "CA1"),
            Is.All.Matches<Fate>(f => f is { Lost: true, Again: null, Overtaken: null, Copies: 1 }));

    [Test]
    public void A_calm_network_does_nothing() => Assert.That(Of(new(), "CA1"), Is.All.EqualTo(new Fate(false, null, null, null, TimeSpan.Zero)));
}
