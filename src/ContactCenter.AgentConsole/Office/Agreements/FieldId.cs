namespace ContactCenter.AgentConsole.Office.Agreements;

/// <summary>The id of the input of a field such as <c>tariffs[1].from</c>.</summary>
internal static class FieldId
{
    public static string Of(string field) => $"field-{field.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}";
}
