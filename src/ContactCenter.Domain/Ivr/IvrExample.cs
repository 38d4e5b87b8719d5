using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Ivr;

/// <summary>An example that stands in the flow's own file: at a local time, a caller who answers so, comes there.</summary>
/// <param name="Outcome">What she comes to.</param>
/// <param name="Node">The node at which she does; null to leave it open.</param>
/// <param name="Hears">Words that must occur in what she hears, in any order.</param>
internal sealed record IvrExample(
    string Name, SourceSpan Span, LocalDateTime At, CallerKind Caller, IReadOnlyList<IvrInput> Answers, IvrOutcome Outcome, string? Node, IReadOnlyList<string> Hears)
{
    public static IReadOnlyList<IvrExample> ReadAll(Fields fields) => [.. fields.Maps("examples").Select(Read).OfType<IvrExample>()];

    private static IvrExample? Read(Fields fields)
    {
        var name = fields.Text("name");
        var at = fields.Moment("at");
        var caller = fields.Choice<CallerKind>("caller");
        var answers = fields.OptionalSteps("answers").Select(a => IvrAnswerWords.Read(a.Text)).ToList();
        var outcome = fields.Choice<IvrOutcome>("expect");
        var node = fields.OptionalId("node");
        var hears = fields.OptionalTexts("hears").Select(t => t.Text).ToList();
        fields.Done();
        return name is null || at is null || caller is null || outcome is null
            ? null
            : new IvrExample(name, fields.Span, at.Value, caller.Value, answers, outcome.Value, node, hears);
    }
}
