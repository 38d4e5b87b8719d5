using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>
/// Plays the tests of a protocol. A test names every question of its own file that is asked, in the order of asking, so that a
/// question moved, dropped or made milder is noticed; inherited questions it may leave out as answered with no. Together the
/// tests answer every own question with yes and with "don't know", and once all of them with no.
/// </summary>
internal static class TriageTestChecks
{
    public static void Run(TriageProtocol protocol, IReadOnlyList<TriageTest> tests, Fields fields)
    {
        foreach (var test in tests)
        {
            if (Objection(protocol, test) is { } objection)
                fields.Bag.Report(TriageCodes.TestFails, test.Span, objection);
        }

        foreach (var (id, span) in Own(protocol))
        {
            foreach (var answer in new[] { TriageAnswer.Yes, TriageAnswer.Unknown })
            {
                if (!tests.Any(t => t.Answers is [.., var last] && last == (id, answer)))
                    fields.Bag.Report(TriageCodes.Untested, span, id, TriageTest.WordFor(answer));
            }
        }

        if (!tests.Any(t => t.Answers.All(a => a.Answer == TriageAnswer.No)))
            fields.Report(TriageCodes.OtherwiseUntested, "tests", protocol.Otherwise.NameOf());
    }

    private static IEnumerable<(string Id, SourceSpan Span)> Own(TriageProtocol protocol) =>
        protocol.RedFlags.Where(f => !f.Inherited).Select(f => (f.Id, f.Span)).Concat(protocol.Questions.Where(q => q.Yes is not null && !q.Inherited).Select(q => (q.Id, q.Span)));

    private static string? Objection(TriageProtocol protocol, TriageTest test)
    {
        var place = TriageWalk.Start(protocol);
        var left = new Queue<(string Question, TriageAnswer Answer)>(test.Answers);
        while (place.Asking is { } asking)
        {
            var answer = TriageAnswer.No;
            if (left.TryPeek(out var next) && next.Question == asking)
                answer = left.Dequeue().Answer;
            else if (!IsInherited(protocol, asking))
                return $"'{asking}' is asked, and the test does not answer it{(left.Count > 0 ? $" but '{left.Peek().Question}'" : "")}.";
            place = ((TriageMoved)TriageWalk.Answer(protocol, place, asking, answer)).Place;
        }

        return left.Count > 0 ? $"'{left.Peek().Question}' is answered, and is not asked any more."
            : place.Reached != test.Expect ? $"it comes to {place.Reached!.Value.NameOf()}."
            : null;
    }

    private static bool IsInherited(TriageProtocol protocol, string question) =>
        protocol.RedFlags.Any(f => f.Id == question && f.Inherited) || protocol.Questions.Any(q => q.Id == question && q.Inherited);
}
