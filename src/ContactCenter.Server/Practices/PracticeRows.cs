using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace ContactCenter.Server.Practices;

/// <summary>The row of a practice, which nearly every request asks for.</summary>
internal static class PracticeRows
{
    /// <summary>Untracked. Throws when there is no such practice.</summary>
    public static readonly HotQuery<PracticeId, Practice> ById = new((db, id, _) => db.Set<Practice>().AsNoTracking().Single(p => p.Id == id));
}
