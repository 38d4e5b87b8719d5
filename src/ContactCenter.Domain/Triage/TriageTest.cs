using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>A test that stands in the protocol's own file: the answers in the order in which they are asked for, and what they lead to.</summary>
internal sealed record TriageTest(SourceSpan Span, IReadOnlyList<(string Question, TriageAnswer Answer)> Answers, Disposition Expect)
{
    private static readonly Dictionary<string, TriageAnswer> Words = new()
    {
        ["oui"] = TriageAnswer.Yes,
        ["non"] = TriageAnswer.No,
        ["ne_sait_pas"] = TriageAnswer.Unknown,
    };

    public static string WordFor(TriageAnswer answer) => Words.First(w => w.Value == answer).Key;

    public static IReadOnlyList<TriageTest> ReadAll(Fields fields) => [.. fields.Maps("tests").Select(Read).OfType<TriageTest>()];

    private static TriageTest? Read(Fields fields)
    {
        var answers = fields.Map("answers") is { } map ? ReadAnswers(map) : [];
        var expect = TriageQuestionReader.ReadDisposition(fields, "expect", optional: false);
        fields.Done();
        return expect is null ? null : new TriageTest(fields.Span, answers, expect.Value);
    }

    private static List<(string, TriageAnswer)> ReadAnswers(Fields map)
    {
        var answers = new List<(string, TriageAnswer)>();
        foreach (var entry in map.Mapping.Entries)
        {
            if (map.OneOf(entry.Key, Words.Keys) is { } word)
                answers.Add((entry.Key, Words[word]));
        }

        return answers;
    }
}
