namespace ContactCenter.Server.Storage;

/// <summary>
/// The one door to the database. A unit of work is: load, decide purely, save. It may run more than once, so it changes
/// nothing but the database, and calls no network: on SQLite everybody's writes wait behind it.
/// </summary>
internal abstract class Store
{
    private static readonly AsyncLocal<bool> InsideAWrite = new();

    /// <summary>Runs queries, again when the connection was lost. Entities come untracked; saving from here is refused.</summary>
    public abstract Task<T> Read<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a unit in a transaction and returns after the commit. What the unit tracked and did not save itself is saved.
    /// Conflicts and deadlocks run the unit again on fresh data; an exception undoes this unit and nothing else.
    /// </summary>
    public Task<T> Write<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) =>
        Write(unit, Rerun.OnConflict, cancellationToken);

    public Task Write(Func<ContactCenterDb, CancellationToken, Task> unit, CancellationToken cancellationToken) =>
        Write(async (db, token) => { await unit(db, token); return true; }, Rerun.OnConflict, cancellationToken);

    /// <summary>As above, choosing whether a unique key taken meanwhile by another is a reason to load and decide again.</summary>
    public Task<T> Write<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, Rerun rerun, CancellationToken cancellationToken)
    {
        if (InsideAWrite.Value)
            throw new InvalidOperationException("A write unit may not start another one: it would wait for itself.");
        return Commit(unit, rerun, cancellationToken);
    }

    protected abstract Task<T> Commit<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, Rerun rerun, CancellationToken cancellationToken);

    protected static async Task<T> RunAndSave<T>(
        ContactCenterDb db, Func<ContactCenterDb, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        InsideAWrite.Value = true;
        // A unit that fails is undone whole: a savepoint around each of its saves would be two journeys to the server for nothing. See SaveByItself.
        db.Database.AutoSavepointsEnabled = false;
        var result = await unit(db, cancellationToken);
        if (db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(cancellationToken);
        return result;
    }

    protected static bool RunsAgain(Exception failure, Rerun rerun, int attempt) =>
        attempt < 10 && (PassingFailure.Is(failure) || (rerun == Rerun.OnConflictOrTakenKey && UniqueViolation.Caused(failure)));
}
