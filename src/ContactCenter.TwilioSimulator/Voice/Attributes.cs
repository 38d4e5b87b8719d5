using System.Globalization;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>Reads attributes of a document that was already checked; what is absent has the default of Twilio's page.</summary>
internal static class Attributes
{
    public static string Text(this XElement element, string name, string otherwise) => element.Attribute(name)?.Value ?? otherwise;

    public static bool Flag(this XElement element, string name, bool otherwise) => element.Attribute(name) is { } given ? given.Value == "true"
        : otherwise;

    public static int Whole(this XElement element, string name, int otherwise) =>
        int.TryParse(element.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>Seconds; a word such as <c>auto</c> counts as absent.</summary>
    public static TimeSpan Seconds(this XElement element, string name, double otherwise) => TimeSpan.FromSeconds(
        double.TryParse(element.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise);

    public static IReadOnlyList<string> Words(this XElement element, string name, string otherwise) =>
        element.Text(name, otherwise).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
