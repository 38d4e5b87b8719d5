using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.SignIn;
using ContactCenter.Contracts.Administration;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.Office.Accounts;

/// <summary>Every practice there is now: a command may have added one since she signed in.</summary>
internal static class PracticesToGive
{
    public static async Task<IReadOnlyList<PracticeRef>> Of(ConsoleApi api, Session session) =>
        (await api.Get<List<PracticeOverview>>("api/administration/practices")).Value is { } all
            ? all.ConvertAll(p => new PracticeRef(p.PracticeId, p.Slug, p.Name))
            : session.User?.Practices ?? [];
}
