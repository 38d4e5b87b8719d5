using System.Reflection;
using System.Text.RegularExpressions;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Booking.Rulebook;

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

    private static IEnumerable<string> Values(string said) => Regex.Matches(said, @"v\d").Select(m => m.Value).Distinct();
}
