namespace ContactCenter.AgentConsole.Link;

/// <summary>Passes on that a practice's agenda changed on a day.</summary>
internal sealed class AgendaNews
{
    public event Action<Guid, DateOnly>? Changed;

    public void Tell(Guid practiceId, DateOnly day) => Changed?.Invoke(practiceId, day);
}
