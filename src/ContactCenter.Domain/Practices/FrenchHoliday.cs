namespace ContactCenter.Domain.Practices;

/// <summary>The public holidays of France and of its regions.</summary>
public enum FrenchHoliday
{
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    VictoryDay,
    Ascension,
    WhitMonday,
    AbolitionOfSlavery,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    SaintStephen,
}
