using ContactCenter.Domain.Practices;
using ContactCenter.Server.Hosting;
using ContactCenter.Server.Identity;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>
/// Tells a page that shows a practice's agenda which of its days change: one line of JSON each, as they do, and a line of <c>null</c> at the beginning and
/// now and then for being there. From the first line on nothing is missed. It ends when she is taken off the practice or her session is over, and after an hour.
/// </summary>
internal sealed class AgendaNews(AgendaSignals agendas, PracticeAccess access, EndedSessions sessions, IHostApplicationLifetime server, TimeProvider time)
{
    /// <summary>How long one answer lasts.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The longest that nothing is said.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public async Task Handle(Guid practiceId, HttpContext http)
    {
        using var listening = agendas.Listen(practiceId);
        using var over = new CancellationTokenSource(Longest, time);
        // Not disposed: the event may be on its way to it when this is over.
        var hers = new CancellationTokenSource();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(over.Token, hers.Token, http.RequestAborted, server.ApplicationStopping);
        sessions.Ended += EndWithHers;
        JsonLines.Begin(http);
        try
        {
            for (DateOnly? day = null; await access.Includes(http.User, new PracticeId(practiceId), ends.Token); day = await Next(listening, ends.Token))
                await JsonLines.Say(http, day);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
        }
        finally
        {
            sessions.Ended -= EndWithHers;
        }

        void EndWithHers(Guid account)
        {
            if (account == http.User.UserId())
                hers.Cancel();
        }
    }

    /// <summary>The next day that changes; null when none did for a while.</summary>
    private async Task<DateOnly?> Next(AgendaListening listening, CancellationToken ends)
    {
        using var silence = new CancellationTokenSource(Silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, ends);
        try
        {
            return await listening.Days.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            return null;
        }
    }
}
