using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ContactCenter.Server.Storage;

/// <summary>As <see cref="HotQuery{TKey, TResult}"/>, for queries of several rows.</summary>
internal sealed class HotList<TKey, TRow>(Expression<Func<ContactCenterDb, TKey, IQueryable<TRow>>> query)
{
    private readonly ConcurrentDictionary<(IModel, QueryTrackingBehavior), Func<ContactCenterDb, TKey, IAsyncEnumerable<TRow>>> _compiled = new();

    public ValueTask<List<TRow>> Run(ContactCenterDb db, TKey key, CancellationToken cancellationToken) =>
        _compiled.GetOrAdd((db.Model, db.ChangeTracker.QueryTrackingBehavior), _ => EF.CompileAsyncQuery(query))(db, key).ToListAsync(cancellationToken);
}

/// <inheritdoc cref="HotList{TKey, TRow}"/>
internal sealed class HotList<TKey1, TKey2, TRow>(Expression<Func<ContactCenterDb, TKey1, TKey2, IQueryable<TRow>>> query)
{
    private readonly ConcurrentDictionary<(IModel, QueryTrackingBehavior), Func<ContactCenterDb, TKey1, TKey2, IAsyncEnumerable<TRow>>> _compiled = new();

    public ValueTask<List<TRow>> Run(ContactCenterDb db, TKey1 key1, TKey2 key2, CancellationToken cancellationToken) =>
        _compiled.GetOrAdd((db.Model, db.ChangeTracker.QueryTrackingBehavior), _ => EF.CompileAsyncQuery(query))(db, key1, key2).ToListAsync(cancellationToken);
}

/// <inheritdoc cref="HotList{TKey, TRow}"/>
internal sealed class HotList<TKey1, TKey2, TKey3, TKey4, TRow>(Expression<Func<ContactCenterDb, TKey1, TKey2, TKey3, TKey4, IQueryable<TRow>>> query)
{
    private readonly ConcurrentDictionary<(IModel, QueryTrackingBehavior), Func<ContactCenterDb, TKey1, TKey2, TKey3, TKey4, IAsyncEnumerable<TRow>>> _compiled = new();

    public ValueTask<List<TRow>> Run(ContactCenterDb db, TKey1 key1, TKey2 key2, TKey3 key3, TKey4 key4, CancellationToken cancellationToken) =>
        _compiled.GetOrAdd((db.Model, db.ChangeTracker.QueryTrackingBehavior), _ => EF.CompileAsyncQuery(query))(db, key1, key2, key3, key4).ToListAsync(cancellationToken);
}
