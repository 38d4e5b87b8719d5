using ContactCenter.AgentConsole.Office.Rules;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>Ages, lengths and money are entered as people say them; what is not understood goes on as it is, to be refused with its place.</summary>
[SetCulture("fr-FR"), SetUICulture("fr-FR")]
internal sealed class WrittenAmountTests
{
    [TestCase("16", "16")]
    [TestCase("16 ans", "16")]
    [TestCase("1 an", "1")]
    [TestCase(" 18 mois ", "18m")]
    [TestCase("18m", "18m")]
    [TestCase("vieux", "vieux")]
    [TestCase("16 lunes", "16 lunes")]
    [TestCase("", "")]
    public void An_age_is_written_in_years_or_months(string entered, string written) => Assert.That(WrittenAmount.Age(entered, null), Is.EqualTo(written));

    [Test]
    public void An_age_that_nobody_touched_stays_as_it_was_written() => Assert.That(WrittenAmount.Age(WrittenAmount.AgeShown("16y"), "16y"), Is.EqualTo("16y"));

    [TestCase("2 h", "2h")]
    [TestCase("90 min", "90m")]
    [TestCase("2 heures", "2h")]
    [TestCase("1h30", "1h30")]
    [TestCase("longtemps", "longtemps")]
    public void A_length_is_written_in_hours_or_minutes(string entered, string written) => Assert.That(WrittenAmount.Length(entered, null), Is.EqualTo(written));

    [TestCase("45,50", "4550")]
    [TestCase("45.5 €", "4550")]
    [TestCase("30", "3000")]
    [TestCase("45,505", "45,505 €")]
    [TestCase("cher", "cher €")]
    [TestCase("1 250,00", "125000")]
    [TestCase("1000000", "100000000")]
    [TestCase("", "")]
    public void Euros_are_written_in_cents(string entered, string written) => Assert.That(WrittenAmount.Cents(entered), Is.EqualTo(written));

    [TestCase("", "12", "moins de 12 ans")]
    [TestCase("3m", "", "dès 3 mois")]
    [TestCase("1", "18m", "de 1 an à moins de 18 mois")]
    public void Ages_are_shown_in_words(string from, string under, string shown) => Assert.That(WrittenAmount.AgesShown(from, under), Is.EqualTo(shown));
}
