using ContactCenter.AgentConsole.Api;
using ContactCenter.AgentConsole.Booking;

namespace ContactCenter.AgentConsole.Link;

/// <summary>Keeps the agenda of a practice's own page up to date: it has no agent's line to the server, by which a console hears of changes.</summary>
internal sealed class AgendaWatch(StepsOfAnswer steps, AgendaNews news, AgendaDesk agenda, TimeProvider time)
{
    // The server says something every 15 s.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Until cancelled, or until the server says that she may not see it.</summary>
    public async Task Run(Guid practiceId, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(1);
        while (!cancellationToken.IsCancellationRequested)
        {
            var fault = await steps.Listen<DateOnly?>($"api/practices/{practiceId}/agenda/news", Take, Silence, cancellationToken);
            if (fault is { IsUnreachable: false } || cancellationToken.IsCancellationRequested)
                return;
            await Task.Delay(pause, time, CancellationToken.None);
            pause = fault is null ? TimeSpan.FromSeconds(1) : TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks));
            // What changed between two answers is seen by loading again.
            if (!cancellationToken.IsCancellationRequested && agenda.PracticeId == practiceId)
                await agenda.Load();
        }

        void Take(DateOnly? day)
        {
            pause = TimeSpan.FromSeconds(1);
            if (day is { } changed)
                news.Tell(practiceId, changed);
        }
    }
}
