using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Domain.Scripts;
using ContactCenter.Server.Scripts.Yaml;
using NJsonSchema;
using NJsonSchema.Validation;

namespace ContactCenter.Server.Tests.Scripts;

/// <summary>A script as an editor sees it: an unquoted scalar is a number, a truth value or nothing where it looks like one.</summary>
internal static class ScriptAsEdited
{
    public static async Task<IReadOnlyCollection<string>> Faults(string schemaFile, string path, string text)
    {
        var schema = await JsonSchema.FromFileAsync(schemaFile);
        return [.. schema.Validate(Json(YamlScript.Read(path, text).Value!)!.ToJsonString()).Select((ValidationError e) => e.ToString())];
    }

    private static JsonNode? Json(ScriptNode node) => node switch
    {
        ScriptMapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Key, Json(e.Value)))),
        ScriptSequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        ScriptScalar { Quoted: false, Text: "" or "null" or "~" } => null,
        ScriptScalar { Quoted: false, Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        ScriptScalar { Quoted: false } plain when int.TryParse(plain.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        ScriptScalar { Quoted: false } plain
            when decimal.TryParse(plain.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        ScriptScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };
}
