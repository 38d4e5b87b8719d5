using System.Text.Json;

namespace ContactCenter.Server.Booking.Reading;

/// <summary>
/// Tells a page that shows a practice's agenda which of its days change: one line of JSON each, as they do, and a line of <c>null</c> now and then for
/// being there. Whether she may see the agenda is asked as the answer begins; it ends after two minutes, and her page asks anew.
/// </summary>
internal sealed class AgendaNews(AgendaSignals agendas, IHostApplicationLifetime server, TimeProvider time)
{
    /// <summary>How long one answer lasts.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The longest that nothing is said.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public async Task Handle(Guid practiceId, HttpContext http)
    {
        using var listening = agendas.Listen(practiceId);
        using var over = new CancellationTokenSource(Longest, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(over.Token, http.RequestAborted, server.ApplicationStopping);
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await Say(http, null);
            while (true)
                await Say(http, await Next(listening, ends.Token));
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
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

    private static async Task Say(HttpContext http, DateOnly? day)
    {
        await JsonSerializer.SerializeAsync(http.Response.Body, day, JsonSerializerOptions.Web, http.RequestAborted);
        await http.Response.Body.WriteAsync(LineEnd, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
