using ContactCenter.Domain.Patients;

namespace ContactCenter.Domain.Tests.Patients;

internal sealed class NameWordsTests
{
    [TestCase("Dupont", "dupont")]
    [TestCase("  ÉLÉONORE ", "eleonore")]
    [TestCase("Lœuilleux", "loeuilleux")]
    [TestCase("Müller-Weiß", "muller", "weiss", "mullerweiss")]
    [TestCase("de La Tour", "tour", "latour", "delatour")]
    [TestCase("D'Artagnan", "artagnan", "dartagnan")]
    [TestCase("D’Artagnan", "artagnan", "dartagnan")]
    [TestCase("Ben Ali", "ben", "ali", "benali")]
    [TestCase("Le", "le")]
    [TestCase("Jean-Pierre", "jean", "pierre", "jeanpierre")]
    [TestCase("")]
    [TestCase(null)]
    public void A_name_is_found_under(string? name, params string[] words) => Assert.That(NameWords.Of(name), Is.EquivalentTo(words));

    [Test]
    public void Composed_and_decomposed_accents_are_one() =>
        Assert.That(NameWords.Of("Zoe\u0301"), Is.EquivalentTo(NameWords.Of("Zo\u00e9")));

    [Test]
    public void A_search_leaves_particles_out() => Assert.That(NameWords.Asked("Anne de la Tour"), Is.EqualTo(["anne", "tour"]));

    [Test]
    public void A_person_is_found_under_all_her_names() =>
        Assert.That(new PersonName("Durand", "Anne-Marie", "Lévy").Words, Is.SupersetOf(new[] { "durand", "levy", "anne", "marie", "annemarie" }));
}
