using System.Reflection;
using System.Text.RegularExpressions;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Rulebook;
using ContactCenter.Server.Scripts.Yaml;

namespace ContactCenter.Server.Tests.Booking;

/// <summary>What can be wrong with booking rules is said in French too, of the same values.</summary>
internal sealed class FaultWordsTests
{
    /// <summary>No value of booking rules is of these kinds.</summary>
    private static readonly string[] OfOtherScripts = ["SCR020", "SCR024", "SCR025"];

    private static IEnumerable<ScriptCode> Codes() => new[] { typeof(ScriptCodes), typeof(BookingCodes) }
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (ScriptCode)f.GetValue(null)!).Where(c => !OfOtherScripts.Contains(c.Id));

    [TestCaseSource(nameof(Codes))]
    public void Every_fault_has_French_words_over_its_own_values(ScriptCode code)
    {
        object[] values = [.. Enumerable.Range(0, 5).Select(n => $"v{n}")];
        var fault = code.At(default, values);
        var (sentence, remedy) = FaultWords.Of(fault, "fr-FR");
        Assert.That(sentence, Is.Not.EqualTo(fault.Sentence));
        Assert.That(Values($"{sentence} {remedy}"), Is.SubsetOf(Values($"{fault.Sentence} {fault.Remedy}")));
        Assert.That(FaultWords.Of(fault, "en-GB"), Is.EqualTo((fault.Sentence, fault.Remedy)));
    }

    /// <summary>What no form leads to: the text is not YAML, or has keys that nobody knows.</summary>
    private static readonly string[] OfTheText = ["SCR001", "SCR002", "SCR003", "SCR004", "SCR005", "SCR006", "SCR007", "SCR011", "SCR012", "SCR021"];

    private static IEnumerable<ScriptCode> CodesOfForms() => Codes().Where(c => !OfTheText.Contains(c.Id));

    [TestCaseSource(nameof(CodesOfForms))]
    public void A_form_hears_of_no_key_of_the_text(ScriptCode code)
    {
        foreach (var culture in new[] { "fr-FR", "en-GB" })
        {
            var said = FaultWords.InForm(code.At(default, ["grid_minutes", "v1", "v2", "v3", "v4"]), Shown(culture), culture);
            Assert.That(said.Contains("grid_minutes", StringComparison.Ordinal) && NamesAKey.IsMatch(code.Id), Is.False, said);
            Assert.That(KeysOfTheText.IsMatch(said.Replace("grid_minutes", "", StringComparison.Ordinal)), Is.False, said);
        }
    }

    [Test]
    public void Forms_name_things_as_they_are_called_and_other_openings_by_their_hours()
    {
        var form = new[]
        {
            FaultWords.InForm(BookingCodes.NeverOffered.At(default, "consultation", "dr-martin", 15), Shown("fr-FR"), "fr-FR"),
            FaultWords.InForm(BookingCodes.Overlap.At(default, new SourceSpan("protocols/x/booking.yaml", 5, 9)), Shown("fr-FR"), "fr-FR"),
            FaultWords.InForm(ScriptCodes.NotADuration.At(default, "within", "5m", "72h", "demain"), Shown("fr-FR"), "fr-FR"),
            FaultWords.InForm(ScriptCodes.NotANumber.At(default, "most", 1, 20, ""), Shown("fr-FR"), "fr-FR"),
            FaultWords.InForm(BookingCodes.ClosureOver.At(default, "2026-11-02"), Shown("en-GB"), "en-GB"),
            FaultWords.InForm(BookingCodes.AgesBackwards.At(default, "16y", "1m"), Shown("fr-FR"), "fr-FR"),
            FaultWords.InForm(BookingCodes.AgesBackwards.At(default, "18m", "1"), Shown("en-GB"), "en-GB"),
        };
        Assert.That(form, Is.EqualTo(new[]
        {
            "« Consultation » ne peut jamais être réservé avec Dr Martin : aucune ouverture ne le sert pendant ses 15 minutes. Ajoutez-le à une ouverture, ou allongez l’ouverture.",
            "Cette ouverture chevauche celle de 14:00 – 17:00. Faites finir l’une où l’autre commence : un rendez-vous tient dans une seule ouverture.",
            "« {field} » doit être une durée de 5 min à 72 h ; c’est « demain ». Écrivez par exemple 90 min ou 2 h.",
            "« {field} » est vide. Renseignez-le.",
            "This is over since 02/11/2026. Remove it.",
            "Personne n’a au moins 16 ans et moins de 1 mois. Échangez les deux âges.",
            "Nobody is at least 18 months and under 1 year. Exchange the two ages.",
        }));
    }

    /// <summary>Keys in quotes, and keys with a value; what is in braces is left over of a format.</summary>
    private static readonly Regex KeysOfTheText = new(@"'[a-z][a-z_]+'|« [a-z][a-z_]+ »|[a-z]+: ?(\d|""|soft|true)|[a-z]_[a-z]|\{\d");

    private static readonly Regex NamesAKey = new(@"^SCR01\d|^SCR02[26]|^BOK016");

    private static ShownValues Shown(string culture) => new(
        YamlScript.Read("", "practitioners:\n  dr-martin:\n    name: Dr Martin\n    openings:\n      - {days: monday, from: \"14:00\", to: \"17:00\"}\nreasons:\n  consultation: {label: Consultation}\n").Value,
        null, culture);

    private static IEnumerable<string> Values(string said) => Regex.Matches(said, @"v\d").Select(m => m.Value).Distinct();
}
