using System.Xml;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>
/// Reads and checks a document before a word of it is carried out: what the simulator does not know is a fault, never a silent skip.
/// </summary>
public static class TwimlDocument
{
    public static IReadOnlyList<XElement> Read(string text, DocumentPlace place)
    {
        XElement root;
        try
        {
            root = XDocument.Parse(text, LoadOptions.None).Root!;
        }
        catch (XmlException e)
        {
            throw new TwimlFault(12100, $"Document parse failure: {e.Message}");
        }
        if (root.Name != "Response")
            throw new TwimlFault(12100, $"The root is <{root.Name}>, not <Response>.");
        foreach (var verb in root.Elements())
            Check(verb, place);
        return [.. root.Elements()];
    }

    private static void Check(XElement verb, DocumentPlace place)
    {
        var name = verb.Name.LocalName;
        if (!TwimlGrammar.IsVerb(name, place))
            throw new TwimlFault(12200, $"<{name}> is not allowed here.");
        CheckInside(verb);
    }

    private static void CheckInside(XElement element)
    {
        var name = element.Name.LocalName;
        foreach (var attribute in element.Attributes())
        {
            if (TwimlGrammar.WhatIsWrong(name, attribute.Name.LocalName, attribute.Value) is { } wrong)
                throw new TwimlFault(12200, $"<{name}> {wrong}");
        }
        foreach (var child in element.Elements())
        {
            if (!TwimlGrammar.MayContain(name, child.Name.LocalName))
                throw new TwimlFault(12200, $"<{child.Name.LocalName}> is not allowed in <{name}>.");
            CheckInside(child);
        }
    }
}

/// <summary>Where a document is carried out; queues and holds allow fewer verbs.</summary>
public enum DocumentPlace { Call, Queue, Hold }
