using ContactCenter.Domain.Scripts;
using CsCheck;

namespace ContactCenter.Domain.Tests.Scripts;

public sealed class LineDiffTests
{
    private static readonly Gen<string> Text = Gen.OneOf("a", "b", "c", "d").List[0, 14].Select(lines => string.Concat(lines.Select(l => l + "\n")));

    [Test]
    public void The_same_lines_have_no_difference_whatever_their_breaks() => Assert.That(LineDiff.Between("a\nb\n", "a\r\nb"), Is.Empty);

    [Test]
    public void A_changed_line_goes_and_comes_between_its_neighbours() => Assert.That(
        LineDiff.Between("1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\nvier\n5\n6\n7\n"),
        Is.EqualTo(new DiffLine[] { new(2, 2, "2"), new(3, 3, "3"), new(4, null, "4"), new(null, 4, "vier"), new(5, 5, "5"), new(6, 6, "6") }));

    [Test]
    public void Changes_far_from_each_other_leave_out_what_lies_between() => Assert.That(
        LineDiff.Between("0\n1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\n5\n6\n7\n8\n9\n").Select(l => l.Before ?? l.After),
        Is.EqualTo(new[] { 1, 2, 3, 8, 9, 9 }));

    [Test]
    public void Everything_comes_where_there_was_nothing() =>
        Assert.That(LineDiff.Between("", "a\nb\n"), Is.EqualTo(new DiffLine[] { new(null, 1, "a"), new(null, 2, "b") }));

    [Test]
    public void What_goes_and_comes_makes_the_one_text_of_the_other() => Gen.Select(Text, Text).Sample(
        (before, after) =>
        {
            var (old, now) = (Lines(before), Lines(after));
            var diff = LineDiff.Between(before, after);
            var gone = diff.Where(l => l.After is null).Select(l => l.Before!.Value).ToHashSet();
            var come = diff.Where(l => l.Before is null).Select(l => l.After!.Value).ToHashSet();
            var (stays, stayed) = (old.Where((_, i) => !gone.Contains(i + 1)), now.Where((_, i) => !come.Contains(i + 1)));
            return stays.SequenceEqual(stayed)
                && diff.All(l => (l.Before is not { } b || old[b - 1] == l.Text) && (l.After is not { } a || now[a - 1] == l.Text));
        });

    [Test]
    public void Very_long_texts_are_compared_in_bounded_time() =>
        Assert.That(LineDiff.Between(string.Concat(Enumerable.Range(0, 9_000).Select(i => $"a{i}\n")), string.Concat(Enumerable.Range(0, 9_000).Select(i => $"b{i}\n"))), Has.Count.EqualTo(18_000));

    private static List<string> Lines(string text) => [.. text.Split('\n')[..^1]];
}
