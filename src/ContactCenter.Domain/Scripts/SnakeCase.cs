using System.Text;

namespace ContactCenter.Domain.Scripts;

/// <summary>The names that scripts give to the values of our enums: <c>SameDay</c> is <c>same_day</c>.</summary>
public static class SnakeCase
{
    public static TEnum? Parse<TEnum>(string text)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Name(value) == text)
                return value;
        }

        return null;
    }

    public static IEnumerable<string> Names<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(Name);

    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => Of(value.ToString());

    /// <summary>Of a name in Pascal case.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
