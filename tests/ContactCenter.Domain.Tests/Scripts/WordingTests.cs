using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Tests.Scripts;

public sealed class WordingTests
{
    [TestCase("J'ai très mal", "j ai tres mal")]
    [TestCase("ŒIL, cœur & Noël", "oeil coeur noel")]
    [TestCase("38,5°", "38 5")]
    [TestCase("  ", "")]
    public void Accents_case_and_punctuation_do_not_matter(string text, string words) =>
        Assert.That(string.Join(' ', Wording.Of(text).Words), Is.EqualTo(words));

    [TestCase("un rendez-vous svp", "rendez-vous", true)]
    [TestCase("un rendezvous", "rendez-vous", false)]
    [TestCase("mon ordonance", "ordonnance", true)]
    [TestCase("mon odronnance", "ordonnance", true)]
    [TestCase("mon mal", "mat", false, Description = "short words must be right")]
    [TestCase("vous rendez", "rendez vous", false, Description = "the order counts")]
    public void A_phrase_is_found_where_it_stands_but_for_slips(string text, string phrase, bool found) =>
        Assert.That(Wording.Of(text).Contains(Wording.Of(phrase)), Is.EqualTo(found));

    [TestCase("elle a mal, la poitrine surtout", "mal à la poitrine", true)]
    [TestCase("le bras, oui le gauche", "bras gauche", true)]
    [TestCase("le bras droit", "bras gauche", false)]
    [TestCase("il est mou", "mou", true)]
    [TestCase("c'est un mouton", "mou", false)]
    public void The_telling_words_of_a_phrase_are_found_in_any_order(string text, string phrase, bool found) =>
        Assert.That(Wording.Of(text).Mentions(Wording.Of(phrase)), Is.EqualTo(found));

    [Test]
    public void What_was_said_is_not_shown() => Assert.That($"{Wording.Of("je suis Marie Dupont")}", Does.Not.Contain("dupont"));
}
