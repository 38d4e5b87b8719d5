using ContactCenter.Domain.Tests.Support;
using ContactCenter.Domain.Triage;

namespace ContactCenter.Domain.Tests.Triage;

public sealed class TriageProposalTests
{
    private static readonly IReadOnlyList<TriageProtocol> All = Shipped.Protocols();

    [TestCase("il a mal a la poitrine et il transpire", "douleur-thoracique")]
    [TestCase("POITRINE QUI SERRE, ça lui fait un poids sur la poitrine", "douleur-thoracique")]
    [TestCase("elle a la bouche de travèrs et parle mal", "signes-soudains-vite")]
    [TestCase("il s'est fait piquer par une guepe et sa langue gonfle, gonflement", "allergie")]
    [TestCase("elle dit qu'elle veut en finir", "idees-suicidaires")]
    [TestCase("je suis enceinte et j'ai perdu les eaux", "grossesse")]
    [TestCase("mon fils a avalé de la javel", "produit-avale")]
    [TestCase("elle est tombee sur la tete, chute dans l'escalier", "coup-a-la-tete")]
    [TestCase("mon mari me frappe", "violences", Description = "one letter from 'frappé'")]
    public void The_callers_own_words_find_their_protocol(string words, string expected) =>
        Assert.That(TriageProposal.Propose(All, words, null, null)[0].Protocol.Version.Name, Is.EqualTo(expected));

    [TestCase(2, "nourrisson-moins-de-3-mois")]
    [TestCase(3, "enfant-fievre")]
    [TestCase(100, "enfant-fievre")]
    public void The_age_chooses_between_protocols_for_the_same_words(int months, string expected) =>
        Assert.That(TriageProposal.Propose(All, "il a de la fievre, 39", null, months).Select(p => p.Protocol.Version.Name), Is.EqualTo(new[] { expected }).AsCollection);

    [Test]
    public void An_unknown_age_leaves_no_protocol_out() =>
        Assert.That(
            TriageProposal.Propose(All, "fièvre", null, null).Select(p => p.Protocol.Version.Name),
            Is.EquivalentTo(new[] { "nourrisson-moins-de-3-mois", "enfant-fievre" }));

    [Test]
    public void A_visit_reason_finds_its_protocol_without_words() =>
        Assert.That(TriageProposal.Propose(All, "", "douleur", null).Single().Because, Is.EqualTo(new[] { "douleur" }).AsCollection);

    [Test]
    public void Ordinary_wishes_find_none() =>
        Assert.That(TriageProposal.Propose(All, "je voudrais un rendez-vous pour un certificat de sport", null, null), Is.Empty);
}
