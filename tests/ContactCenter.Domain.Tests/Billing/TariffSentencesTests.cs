using ContactCenter.Domain.Billing;

namespace ContactCenter.Domain.Tests.Billing;

public sealed class TariffSentencesTests
{
    [Test]
    public void The_shipped_tariff_reads_in_both_languages()
    {
        var sentences = TariffSentences.Of(Priced.Shipped()).ToList();

        Assert.That(sentences.Select(s => Plain(s.Fr)), Is.EqualTo(new[]
        {
            "Abonnement mensuel : 89,00 € HT, TVA 20 %, 3 600 secondes comprises",
            "Secondes comptées : conversation, notes (notes : 60 s au plus) ; à la seconde",
            "Temps de secrétariat, jour (Heures de jour) : 0,65 € HT la minute, TVA 20 %",
            "Temps de secrétariat, soir, nuit et jours fériés (Soir, nuit, week-end et jours fériés) : 0,90 € HT la minute, TVA 20 %",
            "Rendez-vous confirmés : 1,40 € jusqu’à 100 prises de rendez-vous, puis 1,10 € HT l’unité, TVA 20 %",
            "Frais de mise en service : 120,00 € HT, TVA 20 %",
        }));
        Assert.That(sentences[4].En, Is.EqualTo("Confirmed appointments: 1.40 € up to 100 appointments, then 1.10 € before VAT each, VAT 20 %"));
    }

    [Test]
    public void Every_tariff_of_chance_can_be_said()
    {
        var chance = Chance.Seeded();
        for (var i = 0; i < 200; i++)
            Assert.That(TariffSentences.Of(RandomMonth.Tariff(chance)).SelectMany(s => new[] { s.Fr, s.En }), Has.All.Not.Empty);
    }

    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
