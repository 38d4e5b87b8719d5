using System.Globalization;

namespace ContactCenter.AgentConsole.Screen;

/// <summary>Fills a sentence of the word files.</summary>
internal static class Say
{
    public static string With(string sentence, params object?[] values) => string.Format(CultureInfo.CurrentCulture, sentence, values);

    public static string Count(int count, string none, string one, string many) => count switch
    {
        0 => none,
        1 => one,
        _ => With(many, count),
    };
}
