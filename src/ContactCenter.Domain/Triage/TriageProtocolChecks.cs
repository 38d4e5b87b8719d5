using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>What is proved about a whole protocol.</summary>
internal static class TriageProtocolChecks
{
    public static void Run(TriageProtocol protocol, TriageProtocol? shared, Fields fields)
    {
        CheckNames(protocol, fields.Bag);
        CheckPlans(protocol, fields);
        CheckExits(protocol, fields);
        CheckWording(protocol, fields);
        CheckSignature(protocol, fields);
        if (shared is null)
            CheckUse(protocol, fields);
    }

    private static void CheckNames(TriageProtocol protocol, DiagnosticBag bag)
    {
        var all = protocol.RedFlags.OrderByDescending(f => f.Inherited).Select(f => (f.Id, f.Span)).Concat(protocol.Questions.Select(q => (q.Id, q.Span)));
        foreach (var (id, span) in all.GroupBy(q => q.Id).Where(g => g.Count() > 1).Select(g => g.Last()))
            bag.Report(TriageCodes.IdTwice, span, id);
    }

    private static void CheckPlans(TriageProtocol protocol, Fields fields)
    {
        foreach (var used in Used(protocol).Distinct().Where(d => !protocol.Plans.ContainsKey(d)))
            fields.Report(TriageCodes.NoPlan, "dispositions", used.NameOf());
    }

    private static void CheckExits(TriageProtocol protocol, Fields fields)
    {
        if (!protocol.DoubtExit.IsImmediate())
            fields.Report(TriageCodes.DoubtTooMild, "doubt_exit", protocol.DoubtExit.NameOf());
        if (!protocol.Plans.ContainsKey(Disposition.Samu15Now))
            fields.Report(TriageCodes.NoEmergencyExit, "dispositions");
    }

    private static void CheckWording(TriageProtocol protocol, Fields fields)
    {
        foreach (var (text, span) in Spoken(protocol, fields))
        {
            if (DiagnosticWording.Find(text) is { } refused)
                fields.Bag.Report(TriageCodes.DiagnosticWording, span, refused);
        }
    }

    private static void CheckSignature(TriageProtocol protocol, Fields fields)
    {
        if (protocol.ProtocolStatus != ProtocolStatus.Signed)
            return;
        if (!fields.Has("signed_by"))
            fields.Report(TriageCodes.SignatureMissing, "status");
        else if (protocol.Signature is { } signature && ProtocolContent.Sha256(protocol) is var content && content != signature.ContentSha256)
            fields.Report(TriageCodes.SignatureBroken, "signed_by", content);
    }

    private static void CheckUse(TriageProtocol protocol, Fields fields)
    {
        if (fields.OptionalMap("dispositions") is not { } own || protocol.Version.Name == TriageProtocolCompiler.VitalSigns)
            return;
        foreach (var unused in own.Mapping.Entries.Where(e => Dispositions.Parse(e.Key) is { } d && d < Disposition.DoctorNow && !Used(protocol).Contains(d)))
            fields.Bag.Report(TriageCodes.PlanUnused, unused.KeySpan, unused.Key);
    }

    private static IEnumerable<Disposition> Used(TriageProtocol protocol) =>
    [
        .. protocol.RedFlags.SelectMany(f => new[] { f.Yes, f.Unknown }),
        .. protocol.Questions.SelectMany(q => new[] { q.Yes, q.Unknown }).OfType<Disposition>(),
        protocol.DoubtExit,
        protocol.Otherwise,
    ];

    private static IEnumerable<(string Text, SourceSpan Span)> Spoken(TriageProtocol protocol, Fields fields) =>
    [
        .. protocol.RedFlags.Where(f => !f.Inherited).Select(f => (f.Ask, f.Span)),
        .. protocol.Questions.Where(q => !q.Inherited).Select(q => (q.Ask, q.Span)),
        .. protocol.Plans.Values.Where(p => p.Say is not null).Select(p => (p.Say!, fields.SpanOf("dispositions"))),
        .. protocol.Closing.Select(c => (c, fields.SpanOf("closing"))),
    ];
}
