using System.Net;
using ContactCenter.AgentConsole.Api;

namespace ContactCenter.AgentConsole.Link;

/// <summary>Hears of changes in a practice's agenda for the practice's own page: it has no agent's line to the server, by which a console hears of them.</summary>
internal sealed class AgendaWatch(StepsOfAnswer steps, AgendaNews news, TimeProvider time)
{
    // The server says something every 15 s.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Until cancelled, or until the server says that she may not see it.</summary>
    /// <param name="begins">
    /// From now on nothing is missed: what is loaded now stays up to date. Again after each interruption; also when listening was tried and failed, so that
    /// nobody waits for it.
    /// </param>
    public async Task Run(Guid practiceId, Action begins, CancellationToken cancellationToken)
    {
        var (pause, shown) = (ShortestPause, false);
        while (!cancellationToken.IsCancellationRequested)
        {
            var hears = false;
            var fault = await steps.Listen<DateOnly?>($"api/practices/{practiceId}/agenda/news", Take, Silence, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
                return;
            if (!shown)
                Begin();
            if (fault?.Http is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
                return;
            await Task.Delay(pause, time, CancellationToken.None);
            pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks));

            void Take(DateOnly? day)
            {
                if (!hears)
                {
                    (hears, pause) = (true, ShortestPause);
                    Begin();
                }
                if (day is { } changed)
                    news.Tell(practiceId, changed);
            }
        }

        void Begin()
        {
            shown = true;
            begins();
        }
    }
}
