namespace ContactCenter.Server.Storage;

/// <summary>Saving within a unit that goes on when this one save fails.</summary>
internal static class SavingByItself
{
    /// <summary>Saves what is tracked behind a savepoint: a failure undoes this save alone, not what the unit wrote before.</summary>
    public static async Task SaveByItself(this ContactCenterDb db, CancellationToken cancellationToken)
    {
        db.Database.AutoSavepointsEnabled = true;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            db.Database.AutoSavepointsEnabled = false;
        }
    }
}
