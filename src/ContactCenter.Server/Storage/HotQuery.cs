using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ContactCenter.Server.Storage;

/// <summary>
/// A query that every webhook, heartbeat or booking makes: its expression is hashed and searched for once per engine, not each time, which is otherwise half
/// of what a small query costs. Rows come tracked or not as the context says.
/// </summary>
internal sealed class HotQuery<TKey, TResult>(Expression<Func<ContactCenterDb, TKey, CancellationToken, TResult>> query)
{
    private readonly ConcurrentDictionary<(IModel, QueryTrackingBehavior), Func<ContactCenterDb, TKey, CancellationToken, Task<TResult>>> _compiled = new();

    public Task<TResult> Run(ContactCenterDb db, TKey key, CancellationToken cancellationToken) =>
        _compiled.GetOrAdd((db.Model, db.ChangeTracker.QueryTrackingBehavior), _ => EF.CompileAsyncQuery(query))(db, key, cancellationToken);
}

/// <inheritdoc cref="HotQuery{TKey, TResult}"/>
internal sealed class HotQuery<TKey1, TKey2, TResult>(Expression<Func<ContactCenterDb, TKey1, TKey2, CancellationToken, TResult>> query)
{
    private readonly ConcurrentDictionary<(IModel, QueryTrackingBehavior), Func<ContactCenterDb, TKey1, TKey2, CancellationToken, Task<TResult>>> _compiled = new();

    public Task<TResult> Run(ContactCenterDb db, TKey1 key1, TKey2 key2, CancellationToken cancellationToken) =>
        _compiled.GetOrAdd((db.Model, db.ChangeTracker.QueryTrackingBehavior), _ => EF.CompileAsyncQuery(query))(db, key1, key2, cancellationToken);
}

/// <inheritdoc cref="HotQuery{TKey, TResult}"/>
internal sealed class HotQuery<TKey1, TKey2, TKey3, TResult>(Expression<Func<ContactCenterDb, TKey1, TKey2, TKey3, CancellationToken, TResult>> query)
{
    private readonly ConcurrentDictionary<(IModel, QueryTrackingBehavior), Func<ContactCenterDb, TKey1, TKey2, TKey3, CancellationToken, Task<TResult>>> _compiled = new();

    public Task<TResult> Run(ContactCenterDb db, TKey1 key1, TKey2 key2, TKey3 key3, CancellationToken cancellationToken) =>
        _compiled.GetOrAdd((db.Model, db.ChangeTracker.QueryTrackingBehavior), _ => EF.CompileAsyncQuery(query))(db, key1, key2, key3, cancellationToken);
}
