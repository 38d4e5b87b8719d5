using System.Globalization;
using ContactCenter.Contracts.Booking;
using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Consoles;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>Faults of booking rules in the language of the screen; the catalogues and <c>check-scripts</c> speak English.</summary>
internal static class FaultWords
{
    /// <summary>A code without French words is said in English: better than not at all.</summary>
    public static (string Sentence, string Remedy) Of(ScriptDiagnostic fault, string culture)
    {
        var isKnown = ReadingFaults.French.TryGetValue(fault.Code, out var words) || BookingFaults.French.TryGetValue(fault.Code, out words);
        if (Culture.IsEnglish(culture) || !isKnown)
            return (fault.Sentence, fault.Remedy);
        object[] values = fault.Values.Split(ScriptDiagnostic.Separator);
        return (Fill(words.Sentence, values), Fill(words.Remedy, values));
    }

    /// <summary>
    /// What a form says, whose fields have names of their own: see <see cref="RuleFault.InForm"/>. An empty value is said to be
    /// empty rather than of the wrong kind.
    /// </summary>
    public static string InForm(ScriptDiagnostic fault, ShownValues shown, string culture)
    {
        var words = Culture.IsEnglish(culture) ? FormFaults.English : FormFaults.French;
        string[] values = [.. fault.Values.Split(ScriptDiagnostic.Separator).Select(v => Shown(fault, v, shown))];
        var code = words.ContainsKey(fault.Code) && fault.Code.StartsWith("SCR", StringComparison.Ordinal) && values is [_, .., ""] ? RuleFault.Empty : fault.Code;
        if (words.TryGetValue(code, out var own))
            return $"{Fill(own.Sentence, values)} {Fill(own.Remedy, values)}";
        var (sentence, remedy) = Of(fault with { Values = string.Join(ScriptDiagnostic.Separator, values) }, culture);
        return $"{sentence} {remedy}";
    }

    private static string Shown(ScriptDiagnostic fault, string value, ShownValues shown) =>
        fault.Code == ScriptCodes.NotADuration.Id ? ShownValues.LengthOf(value)
        : fault.Code == BookingCodes.AgesBackwards.Id ? shown.AgeOf(value)
        : shown.Of(value);

    private static string Fill(string format, object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
