using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ContactCenter.Domain.Scripts;

namespace ContactCenter.Server.Booking.Reading.ProtocolBook;

/// <summary>The whole book as one document that prints: a cover that names version and date, then a chapter after the other.</summary>
internal sealed class ProtocolBookPage
{
    private ProtocolBookPage(string html, string style) => (Html, StyleHash) = (html, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style))));

    public string Html { get; }

    /// <summary>SHA-256 of the one style sheet: nothing else may run or be fetched.</summary>
    public string StyleHash { get; }

    public static ProtocolBookPage Of(ProtocolBookScene scene)
    {
        var title = scene.Say("Classeur de protocoles", "Protocol book");
        var style = ProtocolBookStyle.For(scene.Book.Version, scene.Today);
        var html = new XElement(
            "html", new XAttribute("lang", scene.Language.TwoLetterISOLanguageName),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width")),
                new XElement("title", $"{title} · {scene.PracticeName}"),
                new XElement("style", style)),
            new XElement("body", Cover(title, scene), new XElement("main", Chapters(scene))));
        return new ProtocolBookPage($"<!DOCTYPE html>\n{Written(html)}\n", style);
    }

    private static IEnumerable<XElement> Chapters(ProtocolBookScene scene) =>
        ((IEnumerable<XElement?>)[.. OpeningsChapter.Of(scene), .. ReasonsChapter.Of(scene), LimitsChapter.Of(scene), ExceptionsChapter.Of(scene), EscalationChapter.Of(scene)])
        .OfType<XElement>();

    private static XElement Cover(string title, ProtocolBookScene scene) => new(
        "header",
        new XElement("h1", scene.PracticeName),
        new XElement("p", new XAttribute("class", "title"), title),
        new XElement(
            "dl",
            Fact(scene.Say("Règles de rendez-vous", "Booking rules"), Version(scene.Book.Version)),
            Fact(scene.Say("Urgences", "Escalation"), Version(scene.Scripts.Escalation.Version)),
            Fact(scene.Say("Horaires et accueil", "Hours and reception"), Version(scene.Scripts.Flow.Version)),
            Fact(scene.Say("Donné par", "Given by"), $"{scene.Book.Source.Author}, {scene.Days(scene.Book.Source.Since, null)}"),
            Fact(scene.Say("Imprimé le", "Printed on"), $"{scene.Moment(scene.Now)} ({scene.Book.Zone.Id})")),
        new XElement("p", scene.Say(
            "Ce classeur dit les règles en vigueur à cette date, telles que la console les applique.",
            "This book says the rules in force on that date, as the console applies them.")));

    // The same word in both languages.
    private static string Version(ScriptVersion version) => $"version {version.Version} ({version})";

    private static XElement[] Fact(string name, string value) => [new XElement("dt", name), new XElement("dd", value)];

    private static string Written(XElement html)
    {
        var text = new StringBuilder();
        // Line ends stay as they are: the style's hash is that of its very characters.
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
            html.WriteTo(writer);
        return text.ToString();
    }
}
