using ContactCenter.Domain.Scripts;
using CsCheck;

namespace ContactCenter.Domain.Tests.Scripts;

public sealed class SpellingTests
{
    [TestCase("menu", "menu", ExpectedResult = 0)]
    [TestCase("menu", "mneu", ExpectedResult = 1)]
    [TestCase("menu", "meu", ExpectedResult = 1)]
    [TestCase("menu", "menus", ExpectedResult = 1)]
    [TestCase("menu", "many", ExpectedResult = 2)]
    [TestCase("menu", "voicemail", ExpectedResult = 4)]
    public int Slips_are_counted_up_to_the_limit(string a, string b) => Spelling.Distance(a, b, 3);

    [Test]
    public void Distance_is_the_same_in_both_directions() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 8], Gen.String[Gen.Char['a', 'd'], 0, 8])
            .Sample((a, b) => Spelling.Distance(a, b, 8) == Spelling.Distance(b, a, 8) && (Spelling.Distance(a, b, 8) == 0) == (a == b));

    [Test]
    public void A_short_word_is_not_taken_for_another_short_word() =>
        Assert.That(Spelling.Nearest("if", ["at", "on"]), Is.Null);
}
