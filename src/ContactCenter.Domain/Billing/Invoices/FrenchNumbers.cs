using System.Globalization;
using System.Text;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>Whether a company's numbers can exist: lengths and check digits.</summary>
public static class FrenchNumbers
{
    public static bool IsSiren(string? text) => text is { Length: 9 } && Luhn(text);

    /// <summary>La Poste's establishments, whose digits merely sum to a multiple of five, are let pass.</summary>
    public static bool IsSiret(string? text, string siren) =>
        text is { Length: 14 } && text.StartsWith(siren, StringComparison.Ordinal) && text.All(char.IsAsciiDigit)
        && (Luhn(text) || (siren == "356000000" && text.Sum(c => c - '0') % 5 == 0));

    /// <summary>FR, key, SIREN; the key follows from the SIREN.</summary>
    public static bool IsVatNumber(string? text, string siren) => IsSiren(siren) && text == VatNumberOf(siren);

    /// <param name="siren">Nine digits.</param>
    public static string VatNumberOf(string siren)
    {
        var number = int.Parse(siren, NumberStyles.None, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"FR{(12 + (3 * (number % 97))) % 97:00}{siren}");
    }

    /// <summary>ISO 13616, without spaces.</summary>
    public static bool IsIban(string? text)
    {
        if (text is not { Length: >= 15 and <= 34 } || !text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
            return false;
        var digits = new StringBuilder();
        foreach (var c in text[4..] + text[..4])
            digits.Append(char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10);
        var rest = 0;
        foreach (var c in digits.ToString())
            rest = ((rest * 10) + c - '0') % 97;
        return rest == 1;
    }

    private static bool Luhn(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return false;
            var digit = text[text.Length - 1 - i] - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
