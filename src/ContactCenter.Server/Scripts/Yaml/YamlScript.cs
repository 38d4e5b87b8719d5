using ContactCenter.Domain.Scripts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContactCenter.Server.Scripts.Yaml;

/// <summary>
/// Reads one YAML text into script nodes. Bounded: a file that a person writes and signs is small and flat, so what is large,
/// deep, aliased or tagged is refused before it costs anything.
/// </summary>
internal static class YamlScript
{
    public const int MaxCharacters = 256 * 1024;
    public const int MaxDepth = 24;

    public static Compiled<ScriptMapping> Read(string file, string text)
    {
        var bag = new DiagnosticBag();
        return bag.Close(Read(file, text, bag));
    }

    private static ScriptMapping? Read(string file, string text, DiagnosticBag bag)
    {
        var start = new SourceSpan(file, 1, 1);
        if (text.Length > MaxCharacters)
        {
            bag.Report(ScriptCodes.TooLarge, start, MaxCharacters);
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            var root = new YamlNodes(file, parser, bag).Document();
            if (root is ScriptMapping mapping)
                return mapping;
            if (!bag.HasErrors)
                bag.Report(ScriptCodes.NotOneDocument, root?.Span ?? start);
        }
        catch (YamlException e)
        {
            bag.Report(ScriptCodes.Syntax, new SourceSpan(file, Math.Max(1, (int)e.Start.Line), Math.Max(1, (int)e.Start.Column)), Reason(e));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The scanner gives up in this way on a flow list that is not closed, among others.
            bag.Report(ScriptCodes.Syntax, parser.Current is { } last ? SpanOf(file, last) : start, "a list or mapping before here is not closed.");
        }

        return null;
    }

    private static string Reason(YamlException e) => (e.InnerException?.Message ?? e.Message).TrimEnd('.') + ".";

    /// <summary>The span of a parser event.</summary>
    public static SourceSpan SpanOf(string file, ParsingEvent at) => new(file, (int)at.Start.Line, (int)at.Start.Column);
}
