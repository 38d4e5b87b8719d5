using System.Globalization;
using System.Xml.Linq;

namespace ContactCenter.TwilioSimulator.Voice;

/// <summary>What a verb needs to be carried out for one leg: the clock, the party's ear, and the server's next document.</summary>
internal sealed class Execution(Switchboard board, Leg leg)
{
    public Switchboard Board { get; } = board;
    public Leg Leg { get; } = leg;
    public SimulatorOptions Options => Board.Options;
    public DateTimeOffset Now => Options.Time.GetUtcNow();

    /// <summary>The document at an address, or the one that is given in place of an address.</summary>
    /// <exception cref="TwimlFault">There is none, or it is no valid document for this place.</exception>
    public async Task<IReadOnlyList<XElement>> Fetch(string urlOrTwiml, DocumentPlace place, Form? more = null, string method = "POST",
        string fallback = "")
    {
        if (urlOrTwiml.StartsWith('<'))
            return TwimlDocument.Read(urlOrTwiml, place);
        if (urlOrTwiml.Length == 0)
            throw new TwimlFault(11100, "No address to ask for instructions.");
        var url = Absolute(urlOrTwiml);
        try
        {
            return await Ask(url, place, Form(more), method);
        }
        catch (TwimlFault first) when (fallback.Length > 0)
        {
            return await Ask(fallback, place, Form(new() { ["ErrorCode"] = first.Code.ToString(CultureInfo.InvariantCulture), ["ErrorUrl"] = url }),
                "POST");
        }
    }

    /// <summary>Tells the server something whose answer is not carried out any more.</summary>
    public Task Tell(string url, Form more) => Board.Sender.Send(Absolute(url), Form(more), CancellationToken.None);

    public void Hear(string kind, string text = "", string language = "") => Leg.Device.Hear(Leg, kind, text, language);

    public Task Delay(TimeSpan length, CancellationToken cancellationToken) => Task.Delay(length, Options.Time, cancellationToken);

    public string SecondsSince(DateTimeOffset from) => ((long)Math.Max(0, (Now - from).TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<XElement>> Ask(string url, DocumentPlace place, Form form, string method)
    {
        var answer = await Board.Sender.Send(url, form, CancellationToken.None, method)
            ?? throw new TwimlFault(11200, "The server gave no document.");
        if (place != DocumentPlace.Hold)
            Leg.DocumentUrl = url;
        if (answer.MediaType.StartsWith("audio/", StringComparison.Ordinal))
            return [new XElement("Play", url)];
        return answer.Body.Trim().Length == 0 ? [] : TwimlDocument.Read(answer.Body, place);
    }

    // Addresses in a document may be relative to the document.
    private string Absolute(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal) ? url
        : Uri.TryCreate(Leg.DocumentUrl, UriKind.Absolute, out var here) ? new Uri(here, url).ToString()
        : throw new TwimlFault(11100, $"{url} is no address.");

    private Form Form(Form? more)
    {
        var form = Board.Form(Leg);
        foreach (var (name, value) in more ?? [])
            form[name] = value;
        return form;
    }
}
