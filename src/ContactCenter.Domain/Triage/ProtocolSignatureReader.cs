using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>Reads who signed a protocol.</summary>
internal static class ProtocolSignatureReader
{
    public static ProtocolSignature? Read(Fields fields)
    {
        if (fields.OptionalMap("signed_by") is not { } map)
            return null;
        var name = map.Text("name");
        var rpps = Digits(map, "rpps", 11, char.IsAsciiDigit, "a number of 11 digits");
        var at = map.Date("at");
        var content = Digits(map, "content_sha256", 64, char.IsAsciiHexDigitLower, "a hash of 64 lower-case hex digits");
        map.Done();
        return name is null || rpps is null || at is null || content is null ? null : new ProtocolSignature(name, rpps, at.Value, content);
    }

    private static string? Digits(Fields fields, string key, int length, Func<char, bool> digit, string what)
    {
        var text = fields.Text(key);
        if (text is null || (text.Length == length && text.All(digit)))
            return text;
        fields.Report(TriageCodes.BadSignature, key, key, what);
        return null;
    }
}
