using ContactCenter.AgentConsole.Api;

namespace ContactCenter.AgentConsole.Booking;

/// <summary>
/// The same request bears the same key until it is answered: twice is once. The server remembers its refusals under their key too, so that
/// whoever tries again after one asks anew.
/// </summary>
internal sealed class RequestKey
{
    private (object? Body, Guid Key) sent;

    /// <summary>Sent, and nobody knows yet what became of it.</summary>
    public bool IsOpen => sent.Body is not null;

    public Guid For(object body)
    {
        if (!body.Equals(sent.Body))
            sent = (body, Guid.NewGuid());
        return sent.Key;
    }

    public void Answered(Fault? fault)
    {
        if (fault is not { IsUnreachable: true })
            sent = default;
    }
}
