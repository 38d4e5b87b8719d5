using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ContactCenter.Server.Storage;

/// <summary>Reading contexts do not save: a write that went round <see cref="Store.Write{T}(Func{ContactCenterDb, CancellationToken, Task{T}}, CancellationToken)"/> would escape the single writer.</summary>
internal sealed class RefuseSaves : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) => throw Refusal();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => throw Refusal();

    private static InvalidOperationException Refusal() => new("Store.Read does not save; use Store.Write.");
}
