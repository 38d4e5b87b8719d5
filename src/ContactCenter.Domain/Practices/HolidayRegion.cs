namespace ContactCenter.Domain.Practices;

/// <summary>The parts of France whose public holidays differ.</summary>
public enum HolidayRegion
{
    Metropole,

    /// <summary>Bas-Rhin, Haut-Rhin, Moselle: Good Friday and 26 December besides.</summary>
    AlsaceMoselle,
    Guadeloupe,
    Martinique,
    Guyane,
    Reunion,
    Mayotte,
    SaintMartin,
    SaintBarthelemy,
}
