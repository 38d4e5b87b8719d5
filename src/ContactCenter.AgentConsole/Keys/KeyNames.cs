using ContactCenter.AgentConsole.Words;

namespace ContactCenter.AgentConsole.Keys;

/// <summary>Writes a key as it stands on her keyboard.</summary>
internal static class KeyNames
{
    public static IReadOnlyList<string> Of(string key) => [.. key.Split('+').Select(Part)];

    private static string Part(string part) => part switch
    {
        "Shift" => KeyWords.Shift,
        "Ctrl" => KeyWords.Ctrl,
        "Escape" => KeyWords.Escape,
        "Enter" => KeyWords.Enter,
        _ => part,
    };
}
