using ContactCenter.AgentConsole.Api;
using ContactCenter.Contracts.Identity;

namespace ContactCenter.AgentConsole.SignIn;

/// <summary>Who is signed in on this console, and what time it is at the server.</summary>
internal sealed class Session(ConsoleApi api, TimeProvider time)
{
    private TimeSpan ahead;

    public SessionView? User { get; private set; }

    /// <summary>The server's time in this console's zone: what month it is must not hang on the clock of the clerk's machine.</summary>
    public DateTimeOffset Now => (time.GetUtcNow() + ahead).ToLocalTime();

    public event Action? Changed;

    public bool Has(string role) => User?.Roles.Contains(role) == true;

    public async Task<Fault?> Load() => Keep(await api.Get<SessionView>("api/session"));

    public async Task<Fault?> SignIn(string email, string password)
    {
        var answer = await api.Post<SessionView>("api/session", new Contracts.Identity.SignIn(email, password));
        return answer is { Succeeded: true, Value: null } ? await Load() : Keep(answer);
    }

    public async Task SignOut()
    {
        await api.Delete<object>("api/session");
        User = null;
        Changed?.Invoke();
    }

    private Fault? Keep(Answer<SessionView> answer)
    {
        if (answer.Succeeded)
        {
            User = answer.Value;
            if (User is { ServerTime: var now })
                ahead = now - time.GetUtcNow();
            Changed?.Invoke();
        }
        return answer.Fault;
    }
}
