namespace ContactCenter.Server.Imports;

/// <summary>What is wrong with an imported file (0), with a patient (1), an appointment (2) or a calendar event (3). A code never changes its meaning.</summary>
internal static class ImportCodes
{
    public const string Empty = "IMP001";
    public const string TooLarge = "IMP002";
    public const string OpenQuote = "IMP003";
    public const string ColumnMissing = "IMP004";
    public const string ColumnTwice = "IMP005";
    public const string NoCalendar = "IMP006";
    public const string UnknownDefault = "IMP007";
    public const string TooManyCells = "IMP010";
    public const string ColumnIgnored = "IMP011";

    public const string NoIdentity = "IMP101";
    public const string WrongField = "IMP102";
    public const string WrongDate = "IMP103";
    public const string ChangedSince = "IMP104";
    public const string SameIdTwice = "IMP105";
    public const string MayBeTheSame = "IMP110";

    public const string UnknownPatient = "IMP201";
    public const string SeveralPatients = "IMP202";
    public const string UnknownPractitioner = "IMP203";
    public const string UnknownReason = "IMP204";
    public const string WrongTime = "IMP205";
    public const string InTheGap = "IMP206";
    public const string InTheOverlap = "IMP207";
    public const string WrongLength = "IMP208";
    public const string TooFar = "IMP209";
    public const string Taken = "IMP210";
    public const string NoResource = "IMP211";
    public const string CancelledThere = "IMP212";
    public const string TooLong = "IMP213";

    public const string Unreadable = "IMP301";
    public const string WholeDay = "IMP302";
    public const string UnknownZone = "IMP303";
    public const string TooOften = "IMP304";
    public const string NoEnd = "IMP305";
    public const string GoesOn = "IMP310";
}
