using System.Diagnostics.CodeAnalysis;

namespace ContactCenter.Domain.Patients;

/// <summary>
/// A telephone number in E.164 form: <c>+</c>, then 7 to 15 digits of which the first is not 0. It identifies a person, so
/// <see cref="ToString"/> masks it; <see cref="E164"/> is the number. Two numbers are equal when their digits are.
/// </summary>
public readonly record struct PhoneNumber
{
    private PhoneNumber(string e164) => E164 = e164;

    /// <summary>The number itself: for dialling, sealing and the screen of who may see it; never for a log.</summary>
    public string E164 { get; }

    /// <summary>Reads the strict form only. What people type is read by the server, which knows the numbering plans.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        var valid = text is { Length: >= 8 and <= 16 } && text[0] == '+' && text[1] is >= '1' and <= '9' && text.Skip(2).All(char.IsAsciiDigit);
        number = valid ? new PhoneNumber(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is not E.164; the message does not repeat it.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("Not an E.164 telephone number.");

    /// <summary>Masked: <c>+33…78</c>.</summary>
    public override string ToString() => E164 is null ? "" : $"{E164[..3]}…{E164[^2..]}";
}
