using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ContactCenter.Server.Storage.Converters;

internal sealed class StrongIdConverter<TId, TValue>() : ValueConverter<TId, TValue>(ToValue(), ToId())
    where TId : struct
{
    private static Expression<Func<TId, TValue>> ToValue()
    {
        var id = Expression.Parameter(typeof(TId));
        return Expression.Lambda<Func<TId, TValue>>(Expression.Property(id, "Value"), id);
    }

    private static Expression<Func<TValue, TId>> ToId()
    {
        var value = Expression.Parameter(typeof(TValue));
        return Expression.Lambda<Func<TValue, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(TValue)])!, value), value);
    }
}
