using System.Text;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Scripts.Yaml.Editing;

/// <summary>Writes a value as a person would: plain where that is safe, in one line where it is short of structure.</summary>
internal static class YamlWriter
{
    private static readonly HashSet<string> Meaning =
        new(["null", "true", "false", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    /// <summary>In one line.</summary>
    public static string Flow(ScriptNode node) => node switch
    {
        ScriptMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(e => $"{Key(e.Key)}: {Flow(e.Value)}"))}}}",
        ScriptSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Flow))}]",
        ScriptScalar scalar => Scalar(scalar),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>A key and its value as lines of a block: what holds lists or mappings is spread over lines; of its own values only lists of mappings are.</summary>
    public static string Block(string key, ScriptNode value, string indent, string newLine) => value switch
    {
        ScriptMapping mapping when mapping.Entries.Any(e => e.Value is not ScriptScalar) =>
            string.Join(newLine, [$"{indent}{Key(key)}:", .. mapping.Entries.Select(e => e.Value is ScriptSequence ? Block(e.Key, e.Value, $"{indent}  ", newLine) : $"{indent}  {Key(e.Key)}: {Flow(e.Value)}")]),
        ScriptSequence sequence when sequence.Items.Any(i => i is ScriptMapping) =>
            string.Join(newLine, [$"{indent}{Key(key)}:", .. sequence.Items.Select(i => $"{indent}  - {Flow(i)}")]),
        _ => $"{indent}{Key(key)}: {Flow(value)}",
    };

    public static string Key(string key) => IsPlain(key) ? key : Quoted(key);

    private static string Scalar(ScriptScalar scalar)
    {
        var isPlain = IsPlain(scalar.Text) || IsNumber(scalar.Text) || IsDecimal(scalar.Text) || IsAmount(scalar.Text) || scalar.Text is "true" or "false";
        return isPlain && !scalar.Quoted ? scalar.Text : Quoted(scalar.Text);
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text[^1] != ' ' && !Meaning.Contains(text)
        && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '\'' or '’' or '/' or '(' or ')' or '+');

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c == '-') && text[0] != '-' && text[^1] != '-';

    /// <summary>With or without a sign, such as -1.5536: in quotes it would be no number.</summary>
    private static bool IsDecimal(string text) =>
        (text.StartsWith('-') ? text[1..] : text).Split('.') is { Length: <= 2 } parts && parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit));

    /// <summary>A length of time or an age, such as 2h or 18m.</summary>
    private static bool IsAmount(string text) => text.Length > 1 && (text[^1] is 's' or 'm' or 'h' or 'y') && text[..^1].All(char.IsAsciiDigit);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
