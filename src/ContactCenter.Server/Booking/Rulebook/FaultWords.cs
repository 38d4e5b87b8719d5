using System.Globalization;
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

    private static string Fill(string format, object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
