using System.Globalization;

namespace ContactCenter.Domain.Scripts;

public sealed partial class Fields
{
    /// <summary>A text that must be there and not blank, without the white space around it.</summary>
    public string? Text(string key) => TextOf(key, Scalar(key, Required(key)));

    /// <inheritdoc cref="Text"/>
    public string? OptionalText(string key) => TextOf(key, Scalar(key, Optional(key)));

    /// <summary>A short name that other places of the script refer to: <c>[a-z][a-z0-9_-]*</c>, up to 64 characters.</summary>
    public string? Id(string key) => IdOf(key, Scalar(key, Required(key)));

    /// <inheritdoc cref="Id"/>
    public string? OptionalId(string key) => IdOf(key, Scalar(key, Optional(key)));

    /// <summary>A whole number, both bounds included.</summary>
    public int? Int(string key, int min, int max) => IntOf(key, Scalar(key, Required(key)), min, max);

    /// <inheritdoc cref="Int"/>
    public int? OptionalInt(string key, int min, int max) => IntOf(key, Scalar(key, Optional(key)), min, max);

    /// <summary>A number with or without decimals after a point, both bounds included.</summary>
    public decimal? OptionalDecimal(string key, decimal min, decimal max) => DecimalOf(key, Scalar(key, Optional(key)), min, max);

    public bool? Flag(string key) => FlagOf(key, Scalar(key, Required(key)));

    public bool? OptionalFlag(string key) => FlagOf(key, Scalar(key, Optional(key)));

    /// <summary>An enum value by its name in snake case: <c>SameDay</c> is written <c>same_day</c>.</summary>
    public TEnum? Choice<TEnum>(string key)
        where TEnum : struct, Enum => ChoiceOf<TEnum>(key, Scalar(key, Required(key)));

    /// <inheritdoc cref="Choice{TEnum}"/>
    public TEnum? OptionalChoice<TEnum>(string key)
        where TEnum : struct, Enum => ChoiceOf<TEnum>(key, Scalar(key, Optional(key)));

    /// <summary>One of the texts that the script may use here, such as the name of a thing defined in another file.</summary>
    public string? OneOf(string key, IReadOnlyCollection<string> known)
    {
        var scalar = Scalar(key, Required(key));
        if (scalar is null || known.Contains(scalar.Text))
            return scalar?.Text;
        bag.Report(ScriptCodes.NotAChoice, scalar.Span, key, scalar.Text, string.Join(", ", known));
        return null;
    }

    /// <summary>A phone number: <c>+</c> and 6 to 15 digits, or a short number of 2 to 6 digits.</summary>
    public string? Phone(string key)
    {
        var scalar = Scalar(key, Required(key));
        if (scalar is null || IsPhone(scalar.Text))
            return scalar?.Text;
        bag.Report(ScriptCodes.NotAPhone, scalar.Span, key);
        return null;
    }

    /// <summary>One key of a phone, in quotes: a digit or the star. The hash key ends an entry and is not for scripts.</summary>
    public char? PhoneKey(string key) => PhoneKeyOf(key, Scalar(key, Required(key)));

    /// <inheritdoc cref="PhoneKey"/>
    public char? OptionalPhoneKey(string key) => PhoneKeyOf(key, Scalar(key, Optional(key)));

    /// <summary>True for the short names that scripts use to refer to things.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    private string? TextOf(string key, ScriptScalar? scalar)
    {
        var text = scalar?.Text.Trim();
        if (text is not "")
            return text;
        bag.Report(ScriptCodes.Empty, scalar!.Span, key);
        return null;
    }

    private string? IdOf(string key, ScriptScalar? scalar)
    {
        if (scalar is null || IsId(scalar.Text))
            return scalar?.Text;
        bag.Report(ScriptCodes.NotAnId, scalar.Span, key, scalar.Text);
        return null;
    }

    private int? IntOf(string key, ScriptScalar? scalar, int min, int max)
    {
        if (scalar is null)
            return null;
        if (!scalar.Quoted && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
            return number;
        bag.Report(ScriptCodes.NotANumber, scalar.Span, key, min, max, scalar.Text);
        return null;
    }

    private decimal? DecimalOf(string key, ScriptScalar? scalar, decimal min, decimal max)
    {
        if (scalar is null)
            return null;
        if (!scalar.Quoted && decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
            return number;
        bag.Report(ScriptCodes.NotADecimal, scalar.Span, key, min, max, scalar.Text);
        return null;
    }

    private bool? FlagOf(string key, ScriptScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (!scalar.Quoted && scalar.Text is "true" or "false")
            return scalar.Text == "true";
        bag.Report(ScriptCodes.NotAFlag, scalar.Span, key, scalar.Text);
        return null;
    }

    private TEnum? ChoiceOf<TEnum>(string key, ScriptScalar? scalar)
        where TEnum : struct, Enum
    {
        if (scalar is null)
            return null;
        if (SnakeCase.Parse<TEnum>(scalar.Text) is { } value)
            return value;
        bag.Report(ScriptCodes.NotAChoice, scalar.Span, key, scalar.Text, string.Join(", ", SnakeCase.Names<TEnum>()));
        return null;
    }

    private char? PhoneKeyOf(string key, ScriptScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (scalar is { Quoted: true, Text: [var only] } && (char.IsAsciiDigit(only) || only == '*'))
            return only;
        bag.Report(ScriptCodes.NotQuoted, scalar.Span, key);
        return null;
    }

    private static bool IsPhone(string text) =>
        text.StartsWith('+')
            ? text.Length is >= 7 and <= 16 && text[1] != '0' && text[1..].All(char.IsAsciiDigit)
            : text.Length is >= 2 and <= 6 && text.All(char.IsAsciiDigit);
}
