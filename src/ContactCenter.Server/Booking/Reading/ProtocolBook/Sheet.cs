using System.Xml.Linq;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>The few shapes of the book. Text goes in as text: what a practice wrote can never become an element.</summary>
internal static class Sheet
{
    /// <param name="content">Nothing makes no section.</param>
    public static XElement? Section(string id, string title, params object?[] content)
    {
        var filled = content.Where(c => c is not null).ToList();
        return filled.Count == 0 ? null : new XElement("section", new XAttribute("id", id), new XElement("h2", title), filled);
    }

    /// <summary>A table that says its head again on each page; null when it has no rows.</summary>
    public static XElement? Table(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var cells = rows.Select(row => new XElement("tr", row.Select(Cell))).ToList();
        return cells.Count == 0
            ? null
            : new XElement(
                "table",
                new XElement("caption", caption),
                new XElement("thead", new XElement("tr", heads.Select(h => new XElement("th", new XAttribute("scope", "col"), h)))),
                new XElement("tbody", cells));
    }

    /// <summary>Lines of text, one under the other; null when all are empty.</summary>
    public static XElement? Lines(params IEnumerable<string?> lines)
    {
        var filled = lines.Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        return filled.Count == 0 ? null : new XElement("div", filled.Select(l => new XElement("p", l)));
    }

    public static XElement Marked(string text) => new("strong", text);

    // An empty element would be written as one tag, which a browser reads as an open one.
    private static XElement Cell(object? content) => new("td", content is null or "" ? "—" : content);
}
