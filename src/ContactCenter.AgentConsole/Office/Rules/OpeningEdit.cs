using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Office.Rules;

/// <summary>An opening of every week while it is typed.</summary>
public sealed class OpeningEdit(OpeningForm form)
{
    public IReadOnlyList<string> Days { get; set; } = form.Days;

    public string From { get; set; } = form.From;

    public string To { get; set; } = form.To;

    public string Weeks { get; set; } = form.Weeks;

    public string First { get; set; } = form.First;

    public string Last { get; set; } = form.Last;

    public string Place { get; set; } = form.Place;

    public string Mode { get; set; } = form.Mode;

    public string Grid { get; set; } = form.GridMinutes;

    public IReadOnlyList<string> Reasons { get; set; } = form.Reasons;

    public KeptEdit Kept { get; } = new(form.KeptFor, form.Releases);

    public OpeningForm Form
    {
        get
        {
            var sent = Kept.In(Mode);
            return new(Days, RulesText.Time(From), RulesText.Time(To), Weeks, First, Last, Place, Mode, Reasons, sent.KeptFor, Grid.Trim()) { Releases = sent.Releases };
        }
    }

    /// <summary>The fields that say their own faults.</summary>
    public IEnumerable<string> Fields => ["days", "from", "to", "weeks", "place", "mode", "first", "last", "grid_minutes", "reasons", .. Kept.Fields];

    /// <summary>One that is to be filled in, at the place where there is only one.</summary>
    public static OpeningForm Blank(RulesForm form) => new([], "", "", "every", "", "", form.Places is [var only] ? only.Id : "", "office", []);
}
