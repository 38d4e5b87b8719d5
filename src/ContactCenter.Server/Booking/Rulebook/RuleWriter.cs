using ContactCenter.Server.Scripts;

namespace ContactCenter.Server.Booking.Rulebook;

/// <summary>Writes rules and takes them into use at once; one at a time on this node.</summary>
internal sealed class RuleWriter(ScriptLibrary library, ScriptWatcher watcher, ILogger<RuleWriter> log) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<T> InTurn<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes into use what somebody else has written meanwhile. False: what stands on disk is not what is in force, and cannot be.</summary>
    public async Task<bool> CatchUp(string path)
    {
        if (IsInForce(path))
            return true;
        await watcher.Reload(CancellationToken.None);
        return IsInForce(path);
    }

    /// <summary>False when it could not be written or not taken into use: then the file is as it was.</summary>
    public async Task<bool> Take(ScriptFile before, ScriptFile after)
    {
        try
        {
            await RuleFile.Replace(library.Root, after);
            if (await watcher.Reload(CancellationToken.None) && IsInForce(after))
                return true;
            // What somebody wrote by hand in between is not undone.
            if (RuleFile.Read(library.Root, after.Path) == after.Text)
            {
                await RuleFile.Replace(library.Root, before);
                await watcher.Reload(CancellationToken.None);
            }

            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "Booking rules could not be written to {Path}", after.Path);
            return false;
        }
    }

    /// <summary>Whether what stands on disk is in force.</summary>
    private bool IsInForce(string path) => RuleFile.Read(library.Root, path) is { } text && IsInForce(new ScriptFile(path, text));

    private bool IsInForce(ScriptFile file) => library.Current.Bundles.Values.Any(b => b.Own.Path == file.Path && b.Own.Text == file.Text);

    public void Dispose() => _turn.Dispose();
}
