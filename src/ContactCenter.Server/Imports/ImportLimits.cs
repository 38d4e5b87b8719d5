namespace ContactCenter.Server.Imports;

/// <summary>How much one file may hold: enough for a large practice's years, little enough to be read at once.</summary>
internal static class ImportLimits
{
    public const int Megabytes = 10;
    public const int Bytes = Megabytes * 1024 * 1024;
    public const int Rows = 20_000;

    /// <summary>For how many days a recurring event is followed from today.</summary>
    public const int DaysAhead = 366;

    /// <summary>How often one recurring event may take place.</summary>
    public const int Occurrences = 400;

    public static readonly int YearsBack = 20;
    public static readonly int YearsAhead = 5;
}
