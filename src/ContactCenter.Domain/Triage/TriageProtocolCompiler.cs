using ContactCenter.Domain.Scripts;

namespace ContactCenter.Domain.Triage;

/// <summary>Makes a protocol of its script, or says all that is wrong with it at once.</summary>
public static class TriageProtocolCompiler
{
    /// <summary>The shared protocol whose red flags come first in every other.</summary>
    public const string VitalSigns = "signes-vitaux";

    /// <param name="script">The protocol as read from its file.</param>
    /// <param name="hash">The hash of its text and of those it builds on, see <see cref="ScriptVersion.Hash"/>.</param>
    /// <param name="shared">The shared protocol of the same name, which this one extends; null when there is none.</param>
    /// <param name="vital">The shared vital signs; null only for the vital signs themselves.</param>
    public static Compiled<TriageProtocol> Compile(ScriptMapping script, string hash, TriageProtocol? shared, TriageProtocol? vital)
    {
        var bag = new DiagnosticBag();
        var fields = new Fields(script, bag);
        var protocol = new TriageProtocolReader(fields, shared, vital).Read(hash);
        var tests = TriageTest.ReadAll(fields);
        fields.Done();
        if (protocol is null)
            return bag.Close(protocol);
        TriageProtocolChecks.Run(protocol, shared, fields);
        if (!bag.HasErrors)
            TriageTestChecks.Run(protocol, tests, fields);
        return bag.Close(protocol);
    }
}
