using ContactCenter.Domain.Triage;

namespace ContactCenter.Domain.Tests.Triage;

public sealed class DiagnosticWordingTests
{
    [TestCase("Est-ce un infarctus ?", "infarctus")]
    [TestCase("A-t-elle déjà fait un A.V.C. ou un AVC ?", "avc")]
    [TestCase("C'est probablement une crise d'angoisse.", "c est probablement")]
    [TestCase("Ne vous inquiétez pas, le médecin rappelle.", "ne vous inquietez pas")]
    [TestCase("Prenez un comprimé en attendant.", "prenez")]
    [TestCase("Souffre-t-elle d'une PRÉ-ÉCLAMPSIE ?", "pre eclampsie")]
    public void An_illness_a_guess_a_comfort_or_an_advice_is_refused(string text, string words) =>
        Assert.That(DiagnosticWording.Find(text), Is.EqualTo(words));

    [TestCase("Respire-t-elle normalement ?")]
    [TestCase("Prend-elle un médicament qui fluidifie le sang ?")]
    [TestCase("Avez-vous mal au bras gauche ?")]
    [TestCase("Je vous mets en relation avec le SAMU, restez en ligne avec moi.")]
    [TestCase("A-t-elle plus de 38 degrés ?")]
    public void A_fact_is_not(string text) => Assert.That(DiagnosticWording.Find(text), Is.Null);
}
