using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ContactCenter.Server.Storage.Converters;

/// <summary>
/// Ids are made before the row exists. Left to its defaults EF would take a new child with a set key for a stored one
/// and send an UPDATE that finds nothing.
/// </summary>
internal sealed class KeysAreMadeByUs : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var ownKeys = modelBuilder.Metadata.GetEntityTypes()
            .SelectMany(entity => entity.GetDeclaredProperties())
            .Where(property => property.IsKey() && (property.ClrType == typeof(Guid) || StrongIds.Found.Contains(property.ClrType)));
        foreach (var key in ownKeys)
            key.Builder.ValueGenerated(ValueGenerated.Never);
    }
}
