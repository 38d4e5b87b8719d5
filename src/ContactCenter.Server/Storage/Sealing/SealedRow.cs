using ContactCenter.Domain.Practices;

namespace ContactCenter.Server.Storage.Sealing;

/// <summary>Where a sealed box lives. A box opens there and nowhere else: copied to another row, table or practice it is refused.</summary>
internal readonly record struct SealedRow(string Table, PracticeId Practice, string Row)
{
    public SealedRow(string table, PracticeId practice, Guid row)
        : this(table, practice, row.ToString())
    {
    }
}
