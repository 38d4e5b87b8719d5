using ContactCenter.Domain.Booking;
using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using ContactCenter.Domain.Triage;
using NodaTime;

namespace ContactCenter.Server.Scripts;

/// <summary>Compiles the files of one practice, all of them whatever is wrong with some.</summary>
internal sealed class PracticeCompiler(string slug, IReadOnlyList<ScriptFile> files, SharedProtocols shared, PinnableScripts pinnable, DiagnosticBag bag)
{
    private const string Hours = "hours";
    private const string Escalation = "escalation";
    private const string Booking = "booking";

    /// <summary>Null when what every practice must have is missing or faulty.</summary>
    public PracticeScripts? Compile(LocalDate today, bool samplesAllowed)
    {
        if (!Fields.IsId(slug))
            bag.Report(LibraryCodes.BadOwner, files[0].Start, slug);
        var escalation = CompileEscalation();
        var flow = CompileFlow(escalation);
        var booking = CompileBooking();
        if (booking is not null)
            bag.Add(BookingBookChecks.OverOn(today, booking));
        var protocols = CompileProtocols();
        foreach (var protocol in protocols.Values)
            WarnOfUse(protocol, today, samplesAllowed);
        return flow is null || escalation is null ? null : new PracticeScripts
        {
            Slug = slug,
            Flow = flow,
            Escalation = escalation,
            Protocols = protocols,
            Booking = booking,
            SamplesAllowed = samplesAllowed,
        };
    }

    private EscalationPolicy? CompileEscalation()
    {
        if (Find(ScriptFolder.Protocols, Escalation) is not { } file)
            return Missing<EscalationPolicy>(LibraryCodes.NoEscalation);
        var bundle = new ScriptBundle([file]);
        var policy = pinnable.Keep(bundle, Take(BundleCompiler.Escalation(bundle)), p => p.Version);
        CheckOwner(file, policy?.Version.Name);
        return policy;
    }

    private BookingBook? CompileBooking()
    {
        if (Find(ScriptFolder.Protocols, Booking) is not { } file)
            return null;
        var bundle = new ScriptBundle([file]);
        var book = pinnable.Keep(bundle, Take(BundleCompiler.Booking(bundle)), b => b.Version);
        CheckOwner(file, book?.Version.Name);
        return book;
    }

    private IvrFlow? CompileFlow(EscalationPolicy? escalation)
    {
        var flows = files.Where(f => f.Folder == ScriptFolder.Flows && f.Name != Hours).ToList();
        if (Find(ScriptFolder.Flows, Hours) is not { } hours)
            return Missing<IvrFlow>(LibraryCodes.NoHours);
        if (flows.Count == 0)
            return Missing<IvrFlow>(LibraryCodes.NoFlow);
        if (flows.Count > 1)
            bag.Report(LibraryCodes.TwoFlows, flows[1].Start, slug);
        var bundle = new ScriptBundle([hours, flows[0]]);
        var flow = pinnable.Keep(bundle, Take(BundleCompiler.Flow(bundle, escalation?.Names)), f => f.Version);
        if (flow is not null && flow.Version.Name != flows[0].Name)
            bag.Report(LibraryCodes.WrongName, flows[0].Start, flows[0].Name, flow.Version.Name);
        return flow;
    }

    private Dictionary<string, TriageProtocol> CompileProtocols()
    {
        var protocols = new Dictionary<string, TriageProtocol>();
        foreach (var file in files.Where(f => f.Folder == ScriptFolder.Protocols && f.Name is not (Escalation or Booking)))
        {
            if (shared.BundleFor(file) is { } bundle && pinnable.Keep(bundle, shared.CompileOwn(file, bundle.Hash), p => p.Version) is { } own)
                protocols[own.Version.Name] = own;
        }

        foreach (var (bundle, protocol) in shared.Compiled.Where(s => !protocols.ContainsKey(s.Protocol.Version.Name)))
            protocols[protocol.Version.Name] = pinnable.Keep(bundle, protocol, p => p.Version)!;
        return protocols;
    }

    private void WarnOfUse(TriageProtocol protocol, LocalDate today, bool samplesAllowed)
    {
        var start = pinnable.Bundles[protocol.Version].Own.Start;
        switch (protocol.UseOn(today, samplesAllowed))
        {
            case ProtocolUse.ReviewOverdue:
                bag.Report(TriageCodes.ReviewOverdue, start, protocol.ReviewBefore.ToString("uuuu-MM-dd", null));
                break;
            case ProtocolUse.NotSigned:
                bag.Report(TriageCodes.NotProposed, start, SnakeCase.Name(protocol.ProtocolStatus), slug);
                break;
            case ProtocolUse.Usable or ProtocolUse.Retired:
                break;
        }
    }

    private ScriptFile? Find(string folder, string name) => files.FirstOrDefault(f => f.Folder == folder && f.Name == name);

    private void CheckOwner(ScriptFile file, string? owner)
    {
        if (owner is not null && owner != slug)
            bag.Report(LibraryCodes.WrongOwner, file.Start, slug, owner);
    }

    private T? Take<T>(Compiled<T> compiled)
        where T : class
    {
        bag.Add(compiled.Diagnostics);
        return compiled.Value;
    }

    private T? Missing<T>(ScriptCode code)
        where T : class
    {
        bag.Report(code, files[0].Start, slug);
        return null;
    }
}
