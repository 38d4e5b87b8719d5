using System.Text.RegularExpressions;
using ContactCenter.Contracts.Patients;

namespace ContactCenter.AgentConsole.Patients;

/// <summary>Reads what she typed into the one search field: names, a birth date, a phone number, in any order.</summary>
internal static partial class PatientQuery
{
    public static FindPatients Parse(string typed, DateOnly today)
    {
        var rest = typed;
        DateOnly? born = null;
        var phone = Take(ref rest, WholeNumber());
        if (DateText().Match(rest) is { Success: true } date)
        {
            born = BirthDateText.Parse(date.Value, today);
            if (born is not null)
                rest = rest.Remove(date.Index, date.Length);
        }
        phone ??= Take(ref rest, PartOfNumber());
        var name = rest.Trim();
        return new FindPatients(name.Length > 0 ? name : null, phone, born);
    }

    private static string? Take(ref string text, Regex pattern)
    {
        if (pattern.Match(text) is not { Success: true } found)
            return null;
        text = text.Remove(found.Index, found.Length);
        return found.Value.Trim();
    }

    [GeneratedRegex(@"\b\d{1,2}[/.\-]\d{1,2}[/.\-](\d{4}|\d{2})\b")]
    private static partial Regex DateText();

    /// <summary>Nine digits or more cannot be a date.</summary>
    [GeneratedRegex(@"\+?\d(?:[ .\-]?\d){8,}")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\d(?:[ .\-]?\d){5,}")]
    private static partial Regex PartOfNumber();
}
