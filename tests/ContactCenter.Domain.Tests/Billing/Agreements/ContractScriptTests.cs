using ContactCenter.Domain.Billing.Agreements;
using ContactCenter.Domain.Practices;
using ContactCenter.Domain.Tests.Support;

namespace ContactCenter.Domain.Tests.Billing.Agreements;

public sealed class ContractScriptTests
{
    private const string Right = """
        buyer:
          name: Cabinet des Lilas
          siren: "552100554"
          address: 12 rue des Lilas
          post_code: "75019"
          city: Paris
        first: 2026-12-01
        tariffs:
          - { from: 2026-12-01, tariff: essentiel@1 }
          - { from: 2027-07-01, tariff: none }
        discounts:
          - { label: { fr: Lancement, en: Launch }, percent: "12.5", first: 2026-12, last: 2027-02 }
        credits:
          - { kind: goodwill, reason: { fr: Panne, en: Outage }, amount: "25.00", month: 2026-12 }
        """;

    private static readonly Practice Practice = new()
    {
        Id = Priced.Practice, Slug = "lilas", Name = "Cabinet des Lilas", TimeZone = "Indian/Reunion", Region = HolidayRegion.Reunion,
        AnswerPhraseFr = "Bonjour", AnswerPhraseEn = "Good morning",
    };

    [Test]
    public void A_file_is_a_contract_and_what_it_leaves_out_is_the_practices()
    {
        var draft = ContractScript.Read(ScriptText.Mapping(Right), Practice).Value!;

        Assert.That((draft.TimeZone, draft.Region, draft.DaysToPay, draft.Buyer.ElectronicAddress), Is.EqualTo(("Indian/Reunion", HolidayRegion.Reunion, 30, "552100554")));
        Assert.That(draft.Tariffs.Select(t => t.Tariff), Is.EqualTo(new[] { "essentiel@1", null }));
        Assert.That((draft.Discounts[0].BasisPoints, draft.Credits[0].Amount.MinorUnits), Is.EqualTo((1_250, 2_500)));
        Assert.That(Agreed.Check(draft).Faults, Is.Empty);
    }

    [TestCase("  siren: \"552100554\"\n", "", "INV022(2,3)")]
    [TestCase("\"552100554\"", "\"552100555\"", "INV022(3,10)")]
    [TestCase("essentiel@1", "essentiel@9", "CON015(9,33)")]
    [TestCase("from: 2027-07-01", "from: 2026-11-01", "CON012(10,13)")]
    [TestCase("\"25.00\", month: 2026-12", "\"25.00\", month: 2026-11", "CON032(14,82)")]
    public void A_fault_of_the_contract_has_its_place_in_the_file(string written, string instead, string place)
    {
        Assert.That(Right.Contains(written, StringComparison.Ordinal), Is.True, "the sample has it");
        var script = ScriptText.Mapping(Right.Replace(written, instead, StringComparison.Ordinal));
        var faults = Agreed.Check(ContractScript.Read(script, Practice).Value!).Faults.Where(f => f.Fault.Code != "INV026");

        Assert.That(faults.Select(f => ContractScript.At(script, f)).Places(), Is.EqualTo(new[] { place }));
    }

    [TestCase("2026-12-01\ntariffs", "tomorrow\ntariffs", "SCR")]
    [TestCase("last: 2027-02", "last: february", "CON004")]
    [TestCase("\"12.5\"", "\"12.555\"", "CON024")]
    [TestCase("kind: goodwill", "kind: gift", "SCR")]
    [TestCase("tariffs:", "tarifs:", "SCR")]
    public void A_fault_of_the_form_is_found_before(string written, string instead, string code)
    {
        Assert.That(Right.Contains(written, StringComparison.Ordinal), Is.True, "the sample has it");
        var read = ContractScript.Read(ScriptText.Mapping(Right.Replace(written, instead, StringComparison.Ordinal)), Practice);

        Assert.That(read.Value, Is.Null);
        Assert.That(read.Diagnostics.Select(d => d.Code), Has.Some.StartsWith(code));
    }
}
