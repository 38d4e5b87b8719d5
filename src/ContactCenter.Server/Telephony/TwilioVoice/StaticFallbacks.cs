using System.Text;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Scripts;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Telephony.TwilioVoice;

/// <summary>
/// What a caller hears when this whole server is gone: one document per practice, written as a file to be hosted elsewhere, with its hours, 15 and
/// 112, its own line and a message. Written at the start and whenever its content changes, each file whole or not at all.
/// </summary>
internal sealed class StaticFallbacks(
    ScriptLibrary scripts, Store store, FallbackFolder place, TimeProvider time, ILogger<StaticFallbacks> log) : BackgroundService
{
    public const string Thanks = "merci";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (place.Path is not { } folder)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Write(folder, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError("The static fallback documents could not be written to {Folder} ({Failure}); trying again", folder, failure.GetType().Name);
            }
            await Task.Delay(Look, time, stoppingToken);
        }
    }

    /// <summary>Writes what changed; returns how many files that were.</summary>
    public async Task<int> Write(string folder, CancellationToken cancellationToken)
    {
        var practices = await store.Read((db, token) => db.Set<Practice>().AsNoTracking().ToListAsync(token), cancellationToken);
        var written = await WriteFile(folder, Thanks, TwimlRenderer.ThanksForMessage(null), cancellationToken) ? 1 : 0;
        foreach (var practice in practices)
        {
            if (await WriteFile(folder, practice.Slug, Document(practice), cancellationToken))
                written++;
        }
        return written;
    }

    public string Document(Practice practice)
    {
        var hours = scripts.Current.For(practice.Slug)?.Hours;
        return TwimlRenderer.StaticFallback(practice.Name, hours is null ? "" : SpokenHours.InFrench(hours), hours is null ? "" : SpokenHours.InEnglish(hours),
            practice.OwnPhone is { } own && OutboundNumbers.MayDial(own, emergency: false) ? own : null,
            practice.TakesVoicemail ? place.UrlOf(Thanks) ?? $"{Thanks}.xml" : null);
    }

    private static async Task<bool> WriteFile(string folder, string name, string document, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{name}.xml");
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == document)
            return false;
        var whole = $"{path}.{Guid.NewGuid():N}.new";
        await File.WriteAllTextAsync(whole, document, new UTF8Encoding(false), cancellationToken);
        File.Move(whole, path, overwrite: true);
        return true;
    }
}
