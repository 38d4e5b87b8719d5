using System.Diagnostics;
using System.Threading.Channels;
using ContactCenter.Server.Hosting.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ContactCenter.Server.Storage;

/// <summary>
/// SQLite: one writer takes the queued units, runs each inside a savepoint of one transaction, commits the group with one
/// fsync, and only then answers. Several writers on SQLite would wait for each other with tails of half a second.
/// </summary>
internal sealed class SingleWriterStore : Store, IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly Channel<QueuedUnit> _queue = Channel.CreateUnbounded<QueuedUnit>(new() { SingleReader = true });
    private readonly Func<ContactCenterDb> _reader;
    private readonly string _connectionString;
    private readonly Task _writing;
    private SqliteConnection? _connection;
    private PooledDbContextFactory<SqliteDb>? _contexts;

    public SingleWriterStore(string connectionString, Func<ContactCenterDb> reader)
    {
        _connectionString = connectionString;
        _reader = reader;
        using (ExecutionContext.SuppressFlow())
            _writing = Task.Run(WriteUntilClosed);
    }

    public override async Task<T> Read<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        await using var db = _reader();
        return await unit(db, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        _connection?.Dispose();
    }

    protected override Task<T> Commit<T>(
        Func<ContactCenterDb, CancellationToken, Task<T>> unit, Rerun rerun, CancellationToken cancellationToken)
    {
        var queued = new QueuedUnit<T>((db, token) => RunAndSave(db, unit, token), rerun, cancellationToken);
        if (!_queue.Writer.TryWrite(queued))
            throw new InvalidOperationException("The store is closed: the host is stopping.");
        Measures.UnitQueued();
        return queued.Answer;
    }

    private async Task WriteUntilClosed()
    {
        while (await _queue.Reader.WaitToReadAsync())
            await WriteGroup();
    }

    private async Task WriteGroup()
    {
        var group = new List<QueuedUnit>();
        try
        {
            while (group.Count == 0 && _queue.Reader.TryRead(out var first))
                group.Add(first);
            var contexts = OpenContexts();
            await using var transaction = _connection!.BeginTransaction(deferred: false);
            await Run(group[0], contexts, transaction);
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var next))
            {
                group.Add(next);
                await Run(next, contexts, transaction);
            }
            var begun = Stopwatch.GetTimestamp();
            transaction.Commit();
            Measures.Committed(group.Count, Stopwatch.GetElapsedTime(begun));
        }
        catch (Exception failure)
        {
            CloseContexts();
            group.ForEach(unit => unit.Fail(failure));
        }
        Measures.UnitsDone(group.Count);
        group.ForEach(unit => unit.Deliver());
    }

    private PooledDbContextFactory<SqliteDb> OpenContexts()
    {
        if (_contexts is not null)
            return _contexts;
        _connection = new SqliteConnection(_connectionString);
        _connection.Open();
        using var pragmas = _connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
        pragmas.ExecuteNonQuery();
        return _contexts = new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(_connection).Options);
    }

    private void CloseContexts()
    {
        _contexts = null;
        _connection?.Dispose();
        _connection = null;
    }

    private static async Task Run(QueuedUnit unit, PooledDbContextFactory<SqliteDb> contexts, SqliteTransaction transaction)
    {
        const string savepoint = "unit";
        for (var attempt = 1; !unit.IsDone; attempt++)
        {
            transaction.Save(savepoint);
            await using var db = await contexts.CreateDbContextAsync();
            await db.Database.UseTransactionAsync(transaction);
            var succeeded = await unit.Try(db, failure => RunsAgain(failure, unit.Rerun, attempt));
            if (!succeeded)
                transaction.Rollback(savepoint);
            if (!unit.IsDone)
                Measures.RunAgain();
            transaction.Release(savepoint);
        }
    }
}
