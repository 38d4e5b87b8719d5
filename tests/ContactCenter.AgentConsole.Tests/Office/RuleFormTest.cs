using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Office.Rules;
using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Tests.Support;
using ContactCenter.Contracts.Booking;

namespace ContactCenter.AgentConsole.Tests.Office;

/// <summary>Rules that have one of each part.</summary>
internal abstract class RuleFormTest : DeskTest
{
    protected static readonly Guid Practice = Views.Practice().PracticeId;

    protected static readonly RulesForm Form = new(
        [
            new("dr-martin", "Dr Hélène Martin", new(true, "hard"), [new(["monday"], "08:30", "12:00", "every", "", "", "lilas", "office", [], "urgence", "20")
            {
                Releases = [new([], "1", "18:00", ""), new([], "", "", "2h")],
            }]) { Specialty = "Médecine générale" },
        ],
        [
            new("consultation", "Consultation", [new("dr-martin", "15", "30")], new(true, "hard"), "at_once", "no", [], [], [])
            {
                Ages = new("16", "", "hard"), Spacing = new("7", [], "soft"), Referral = new("hard"), Needs = [new("1", ["salle"])],
                ByAge = [new("", "18", [new("dr-martin", "20", "")])],
            },
        ],
        [new("2026-12-28", "2027-01-02", "Congés", [])], [], [], [new("lilas", "Cabinet des Lilas", "", "48.8867", "2.3917")],
        [new("courtes", ["consultation"]), new("longues", ["courtes"])])
    {
        Quotas = [new("certificats", "Certificats", [], "each", [], "all", "day", "2", "hard")],
        Overbookings = [new("doublon", "Doublon", "dr-martin", [], "1", "2", "", "", "soft")],
        Gaps = [new([], [], "10")],
        Resources = [new("salle", "room", "Salle de soins", "lilas", [new(["monday", "friday"], "08:00", "12:00", "odd", "", "")])],
        Neighbours = new("named", ["pediatrie-du-canal"], []),
        Head = new("Dr Hélène Martin", "2026-01-05", "Europe/Brussels", "alsace_moselle"),
        Missed = new("3", "12", "approval"),
        Span = new("5", "180", "15", "", "120"),
    };

    protected static string Root => $"/api/practices/{Practice}/rules";

    protected static RulesInForce InForce => new("booking: lilas\nversion: 1\n", "aaaa", 1, null, null, null, new CheckedRules([], Form, [], []));

    private protected async Task<RulesDesk> Rules()
    {
        Http.On($"GET {Root}", InForce);
        var desk = new RulesDesk(Get<ConsoleApi>(), Get<BrowserDesk>(), Practice);
        await desk.Load();
        return desk;
    }
}
