using ContactCenter.Server.Hosting.Nodes;

namespace ContactCenter.Server.Identity;

/// <summary>Tells, here and on other servers, that an account's sessions are over. A hint: each request and hub call asks for itself.</summary>
internal sealed class EndedSessions
{
    private readonly IOtherNodes _others;

    public EndedSessions(IOtherNodes others)
    {
        _others = others;
        others.Listen<SessionsEnded>(ended => Ended?.Invoke(ended.AccountId));
    }

    public event Action<Guid>? Ended;

    public void Raise(Guid accountId)
    {
        Ended?.Invoke(accountId);
        _others.Tell(new SessionsEnded(accountId));
    }

    private sealed record SessionsEnded(Guid AccountId);
}
