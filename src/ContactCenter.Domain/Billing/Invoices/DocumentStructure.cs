using System.Collections.Immutable;
using System.Xml.Linq;

namespace ContactCenter.Domain.Billing.Invoices;

/// <summary>
/// Which elements a file may hold, in which order and how often: the sequences of a schema, as far as we write them. An amount that stands twice, or
/// where nobody looks for it, is as wrong as one that does not add up.
/// </summary>
internal sealed class DocumentStructure
{
    private readonly Dictionary<string, ImmutableArray<Place>> _children;

    /// <param name="lines">
    /// One element each, going on in an indented line: its name, or parent/name where one name means two things, and its children in order.
    /// <c>?</c> at most once, <c>*</c> any number, <c>+</c> at least once, otherwise exactly once. What is not listed holds text alone.
    /// </param>
    /// <param name="name">The full name of a child as it is written in the lines; <c>true</c> when it has children of its own.</param>
    public DocumentStructure(string lines, Func<string, bool, XName> name)
    {
        var written = lines.Replace("\n    ", " ", StringComparison.Ordinal).Split('\n')
            .Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1].Split(' '));
        var parents = written.Keys.Select(k => k[(k.IndexOf('/', StringComparison.Ordinal) + 1)..]).ToHashSet();
        _children = written.ToDictionary(w => w.Key, w => w.Value.Select(c => Place.Of(c, n => name(n, parents.Contains(n)))).ToImmutableArray());
    }

    public void Check(XElement element, FaultList faults)
    {
        var places = PlacesIn(element);
        var last = 0;
        foreach (var child in element.Elements())
        {
            var at = places.FindIndex(p => p.Name == child.Name);
            faults.Unless(
                at >= last, "CC-02", $"L’élément {child.Name.LocalName} n’a pas sa place ici dans {element.Name.LocalName}.",
                $"The element {child.Name.LocalName} has no place here in {element.Name.LocalName}.");
            last = Math.Max(last, at);
            if (at >= 0)
                Check(child, faults);
        }

        foreach (var place in places)
        {
            var count = element.Elements(place.Name).Count();
            faults.Unless(
                count >= place.Least && count <= place.Most, "CC-03",
                $"L’élément {place.Name.LocalName} manque ou se répète dans {element.Name.LocalName}.",
                $"The element {place.Name.LocalName} is missing or repeated in {element.Name.LocalName}.");
        }
    }

    private List<Place> PlacesIn(XElement element)
    {
        var name = element.Name.LocalName;
        return [.. _children.GetValueOrDefault($"{element.Parent?.Name.LocalName}/{name}", _children.GetValueOrDefault(name, []))];
    }

    private sealed record Place(XName Name, int Least, int Most)
    {
        public static Place Of(string written, Func<string, XName> name) => written[^1] switch
        {
            '?' => new(name(written[..^1]), 0, 1),
            '*' => new(name(written[..^1]), 0, int.MaxValue),
            '+' => new(name(written[..^1]), 1, int.MaxValue),
            _ => new(name(written), 1, 1),
        };
    }
}
