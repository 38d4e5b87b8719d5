using ContactCenter.AgentConsole.SignIn;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Office;

/// <summary>A page of the office, in the words of its tab.</summary>
/// <param name="Below">Beginnings of the addresses that stand under this tab as well.</param>
internal sealed record OfficeTab(string Address, string Word, params string[] Below)
{
    public bool Holds(string path) => path == Address || Below.Any(below => path.StartsWith(below, StringComparison.Ordinal));
}

/// <summary>The pages that somebody may open, in the order of how often they are.</summary>
internal static class OfficePages
{
    /// <param name="practice">Null where there is none yet: an administrator is the first who signs in.</param>
    public static List<OfficeTab> Of(Session session, Guid? practice)
    {
        List<OfficeTab> tabs = practice is { } shown ? OfPractice(session, $"office/practices/{shown}") : [];
        if (session.Has(Roles.Administrator))
            tabs.AddRange([new("office/accounts", AccountWords.Page, "office/accounts/"), new("office/practices", AccountWords.Practices)]);
        return tabs;
    }

    private static List<OfficeTab> OfPractice(Session session, string here)
    {
        var (staff, supervisor, billing) = (session.Has(Roles.PracticeStaff), session.Has(Roles.Supervisor), session.Has(Roles.Billing));
        List<OfficeTab> tabs = [];
        if (supervisor)
            tabs.Add(new("floor", FloorWords.Floor));
        if (staff || supervisor || billing)
            tabs.Add(new(here, staff || supervisor ? OfficeWords.Messages : OfficeWords.Exports));
        if (staff)
            tabs.AddRange([new($"{here}/agenda", CalendarWords.Agenda, $"{here}/agenda"), new($"{here}/calendar", CalendarWords.Calendar)]);
        if (staff || supervisor)
            tabs.Add(new($"{here}/waiting", WaitingWords.Page));
        if (staff)
            tabs.AddRange([new($"{here}/rules", RulesWords.Page), new($"{here}/import", ImportWords.Page)]);
        if (staff || billing)
            tabs.Add(new($"{here}/invoices", OfficeWords.Invoices, $"{here}/invoices", $"{here}/calls"));
        if (billing)
            tabs.Add(new("office/billing", OfficeWords.Billing, "office/billing"));
        return tabs;
    }
}
