using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml;
using ContactCenter.Server.Scripts.Yaml.Editing;
using ContactCenter.Server.Tests.Support;
using CsCheck;

namespace ContactCenter.Server.Tests.Scripts.Editing;

public sealed class YamlEditTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(ScriptFolderCopy.Shipped, "protocols/cabinet-des-lilas/booking.yaml"));

    [Test]
    public void A_change_says_what_is_meant_and_touches_one_stretch_of_lines() => Gen.Int.Sample(
        seed =>
        {
            var sample = new YamlSample(seed);
            var change = sample.Change();
            var read = YamlScript.Read("", sample.Text);
            Assert.That(read.Value, Is.Not.Null, () => $"{string.Join('\n', read.Diagnostics)}\n{sample.Text}");
            Assert.That(YamlEdit.IsSame(read.Value!, sample.Root), Is.True, sample.Text);
            var edited = YamlEdit.Apply(sample.Text, [change]);
            Assert.That(edited, Is.Not.Null, () => $"{change}\n{sample.Text}");
            Assert.That(YamlEdit.IsSame(YamlScript.Read("", edited!).Value!, change.ApplyTo(read.Value!)!), Is.True, edited);
            Assert.That(TouchedLines(sample.Text, edited!), Is.LessThanOrEqualTo(Most(sample.Text, change)), () => $"{change}\n{sample.Text}\n=====\n{edited}");
        },
        iter: Environment.GetEnvironmentVariable("CONTACTCENTER_NIGHTLY") == "1" ? 100_000 : 3_000);

    [Test]
    public void A_value_is_set_in_its_line_and_the_remark_beside_it_stays() => Assert.That(
        YamlEdit.Apply("a: {from: \"08:30\", to: \"12:00\"} # matin\nb: 1\n", [new SetKey(["a"], "to", new ScriptScalar(default, "12:30", true))]),
        Is.EqualTo("a: {from: \"08:30\", to: \"12:30\"} # matin\nb: 1\n"));

    [Test]
    public void A_value_of_nothing_is_filled_in() => Assert.That(
        YamlEdit.Apply("a:\nb: 1\n", [new SetKey([], "a", new ScriptScalar(default, "x"))]), Is.EqualTo("a: x\nb: 1\n"));

    [Test]
    public void The_first_key_of_an_item_goes_and_the_next_takes_its_place() => Assert.That(
        YamlEdit.Apply("list:\n  - one: 1\n    two: 2\n  - x\n", [new DropKey(["list", 0], "one")]), Is.EqualTo("list:\n  - two: 2\n  - x\n"));

    [Test]
    public void What_is_not_there_is_refused()
    {
        Assert.That(YamlEdit.Apply("a: 1\n", [new DropKey([], "b")]), Is.Null);
        Assert.That(YamlEdit.Apply("a: 1\n", [new SetKey(["a"], "b", new ScriptScalar(default, "x"))]), Is.Null);
        Assert.That(YamlEdit.Apply("a: [1\n", [new SetKey([], "b", new ScriptScalar(default, "x"))]), Is.Null);
        Assert.That(YamlEdit.Apply("- a\n", [new DropItem([], 0)]), Is.Null, "the document is no mapping");
        Assert.That(YamlEdit.Apply("a:\n  - 1\n", [new DropItem(["a"], 0)]), Is.Null, "a block cannot be empty");
    }

    [Test]
    public void The_shipped_file_is_edited_in_its_own_style()
    {
        var edited = YamlEdit.Apply(Shipped,
        [
            new AddItem(["practitioners", "dr-martin", "openings"], new ScriptMapping(default, [new("days", default, new ScriptScalar(default, "sunday")), new("from", default, new ScriptScalar(default, "09:00", true))])),
            new SetKey(["practitioners", "dr-martin"], "new_patients", new ScriptMapping(default, [new("accepted", default, new ScriptScalar(default, "false"))])),
            new DropItem(["closures"], 0),
        ]);
        Assert.That(edited, Is.EqualTo(Shipped
            .Replace("weeks: even, place: lilas, reasons: courtes}\n", "weeks: even, place: lilas, reasons: courtes}\n      - {days: sunday, from: \"09:00\"}\n    new_patients: {accepted: false}\n", StringComparison.Ordinal)
            .Replace("  - {first: 2026-12-28, last: 2027-01-02, why: congés de fin d’année}\n", "", StringComparison.Ordinal)));
    }

    /// <summary>Lines of the old text between the stretches that both have at their beginnings and their ends.</summary>
    private static int TouchedLines(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var start = old.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        var end = old.Reverse().Zip(now.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        return Math.Max(0, old.Length - start - end);
    }

    /// <summary>Those on which the value stands that changes, and one more where a line break is missing at the end.</summary>
    private static int Most(string text, YamlChange change)
    {
        YamlMark place = change.Path.Aggregate(YamlMarks.Of(text), (at, step) => at.Find(step)!.Value);
        var child = change switch
        {
            SetKey set => place.Find(set.Key),
            DropKey drop => place.Find(drop.Key),
            DropItem drop => place.Find(drop.Index),
            _ => null,
        };
        // The first key or item gives its place to the next: what stands between the two goes with it.
        var reach = child is null ? place.End : change is SetKey || place.Children.Count == 1 || place.Children[0] != child ? child.End : place.Children[1].KeyStart;
        return child is null ? 1 : 2 + text[child.KeyStart..reach].Count(c => c == '\n');
    }
}
